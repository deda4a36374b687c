param name string
param location string = resourceGroup().location
param deployments array = []
param publicNetworkAccess ('Enabled' | 'Disabled') = 'Enabled'
param logs object[] = []

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  kind: 'OpenAI'
  properties: {
    customSubDomainName: name
    publicNetworkAccess: publicNetworkAccess
    disableLocalAuth: true
  }
  sku: { name: 'S0' }
}

@batchSize(1)
resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = [for each in deployments: {
  parent: account
  name: each.name
  properties: {
    model: {
      format: 'OpenAI'
      name: each.model.name
      version: each.model.version
    }
    raiPolicyName: each.?raiPolicyName
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (log, index) in logs: {
    name: log.?name ?? '${name}-logs'
    scope: account
    properties: { workspaceId: log.workspaceId }
  }
]

output endpoint string = account.properties.endpoint
output id string = account.id
