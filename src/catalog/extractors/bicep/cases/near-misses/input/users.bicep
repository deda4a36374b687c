// resource account 'Microsoft.CognitiveServices/accounts@2023-05-01' = { name: 'commented-out' }
var text = 'resource x \'Microsoft.Storage/storageAccounts@2023-01-01\' = {}'
resource shared 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {
  name: 'acmeshared'
}
output id string = shared.id
