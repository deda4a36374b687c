param isPrivate bool = true
var models = [
  { name: 'chat', model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' } }
  { name: 'embedding', model: { format: 'OpenAI', name: 'text-embedding-3-large', version: '1' } }
]

module ai 'br/public:avm/res/cognitive-services/account:0.11.0' = {
  name: 'ai'
  params: {
    name: 'acme-ai'
    kind: 'OpenAI'
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    deployments: models
    managedIdentities: { systemAssigned: true }
    diagnosticSettings: [{ workspaceResourceId: logs.outputs.resourceId }]
  }
}

module search 'br/public:avm/res/search/search-service:0.9.0' = {
  name: 'search'
  params: { name: 'acme-search' }
}

module logs 'br/public:avm/res/operational-insights/workspace:0.11.0' = {
  name: 'logs'
  params: { name: 'acme-logs', dataRetention: 365 }
}

module network 'br/public:avm/res/network/virtual-network:0.6.0' = {
  name: 'network'
  params: { name: 'acme-net', addressPrefixes: ['10.0.0.0/16'] }
}
