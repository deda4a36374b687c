servingEngineSpec:
  modelSpec:
    - name: small
      repository: vllm/vllm-openai
      tag: v0.11.0
      modelURL: acme-research/small-chat-7b
routerSpec:
  ingress:
    enabled: true
    hosts:
      - host: ${prefix}.${cluster_name}.shop.example
