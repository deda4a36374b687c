resource "azurerm_resource_group" "knowledge" {
  name     = "fabrikam-knowledge"
  location = "northeurope"
}

resource "azurerm_search_service" "handbook" {
  name                          = "fabrikam-handbook"
  resource_group_name           = azurerm_resource_group.knowledge.name
  location                      = azurerm_resource_group.knowledge.location
  sku                           = "standard"
  public_network_access_enabled = false
  local_authentication_enabled  = false
}

resource "azurerm_cognitive_account" "chat" {
  name                = "fabrikam-chat"
  resource_group_name = azurerm_resource_group.knowledge.name
  location            = azurerm_resource_group.knowledge.location
  kind                = "OpenAI"
  sku_name            = "S0"

  # Switched on, but only the listed addresses are let in.
  public_network_access_enabled = true
  custom_subdomain_name         = "fabrikam-chat"

  network_acls {
    default_action = "Deny"
    ip_rules       = ["198.51.100.0/28"]
  }
}
