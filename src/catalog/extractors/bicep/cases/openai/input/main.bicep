targetScope = 'resourceGroup'

@description('Where everything stands.')
@allowed([
  'westeurope'
  'swedencentral'
])
param location string = 'westeurope'
param environmentName string
@secure()
param apiKey string?

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName))
var tags = {
  'azd-env-name': environmentName
  DataClassification: 'Confidential'
}

module ai 'modules/ai.bicep' = {
  name: 'ai'
  params: {
    name: 'acme-ai-${token}'
    location: location
    publicNetworkAccess: 'Disabled'
    deployments: [
      { name: 'chat', model: { name: 'gpt-4o', version: '2024-08-06' } }
      { name: 'embedding', model: { name: 'text-embedding-3-large', version: '1' } }
    ]
  }
}

module registry 'br/public:avm/res/key-vault/vault:0.9.0' = {
  name: 'vault'
  params: { name: 'acme-vault' }
}

resource documents 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'acmedocs${token}'
  location: location
  tags: {
    DataClassification: 'Confidential'
  }
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: true
    minimumTlsVersion: 'TLS1_0'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource handbook 'containers' = {
      name: 'handbook'
      properties: { publicAccess: 'Blob' }
    }
  }
}

resource web 'Microsoft.Web/sites@2023-12-01' = if (environmentName != 'local') {
  name: 'acme-web'
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'AZURE_OPENAI_ENDPOINT', value: ai.outputs.endpoint }
        {
          name: 'DOCUMENTS'
          value: documents.name
        }
      ]
    }
  }
}

output address string = 'https://${web.properties.defaultHostName}'
