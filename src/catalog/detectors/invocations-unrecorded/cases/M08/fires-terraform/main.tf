resource "azurerm_resource_group" "ai" {
  name     = "contoso-ai"
  location = "westeurope"
}

resource "azurerm_cognitive_account" "chat" {
  name                = "contoso-chat"
  location            = azurerm_resource_group.ai.location
  resource_group_name = azurerm_resource_group.ai.name
  kind                = "OpenAI"
  sku_name            = "S0"
  local_auth_enabled  = false
}
