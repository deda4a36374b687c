param name string = 'acme
resource first 'Microsoft.Search/searchServices@2023-11-01' = {
  name: 'acme-search'
  properties: { publicNetworkAccess: 'enabled', deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ }
}
module m = {}
resource second 'Microsoft.Search/searchServices@2023-11-01' = {
  name: '${second.name}'
  properties: { publicNetworkAccess: 'disabled' }
