param location string = resourceGroup().location

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'contoso-logs'
  location: location
  properties: { retentionInDays: 365, sku: { name: 'PerGB2018' } }
}

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'contoso-claims-ai'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'contoso-claims-ai'
    publicNetworkAccess: 'Disabled'
    disableLocalAuth: true
  }
}

resource record 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'record'
  scope: account
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'Audit', enabled: true }
      { category: 'RequestResponse', enabled: true }
    ]
  }
}
