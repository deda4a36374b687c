resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: 'contoso-chat'
  location: resourceGroup().location
  properties: {
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'PYTHON|3.12'
      minTlsVersion: '1.0'
      appSettings: [
        { name: 'AZURE_OPENAI_DEPLOYMENT', value: 'chat' }
      ]
    }
  }
}
