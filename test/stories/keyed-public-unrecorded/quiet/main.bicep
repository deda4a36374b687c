resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'fabrikam-openai'
  location: resourceGroup().location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
  }
}
