resource models 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'acmemodels'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { allowBlobPublicAccess: true }

  resource blobs 'blobServices' = {
    name: 'default'

    resource weights 'containers' = {
      name: 'weights'
      properties: { publicAccess: 'Container' }
    }
  }
}
