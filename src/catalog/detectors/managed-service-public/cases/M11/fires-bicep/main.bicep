module ai 'modules/ai.bicep' = {
  name: 'ai'
  params: { name: 'contoso-ai' }
}
