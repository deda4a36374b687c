param name string
resource account 'Microsoft.CognitiveServices/accounts@2023-05-01' = {
  name: name
  kind: 'OpenAI'
}
