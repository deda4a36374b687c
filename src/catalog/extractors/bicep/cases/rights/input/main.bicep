var contributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'acmeknowledge'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { allowBlobPublicAccess: false }
}

resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: 'acme-chat'
  location: resourceGroup().location
  identity: { type: 'SystemAssigned' }
  properties: { httpsOnly: true }
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'acme-worker'
  location: resourceGroup().location
}

resource writes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(store.id, web.id, contributor)
  scope: store
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: web.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource owns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, worker.id)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: worker.properties.principalId
  }
}
