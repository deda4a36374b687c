resource "azurerm_resource_group" "knowledge" {
  name     = "fabrikam-knowledge"
  location = "northeurope"
}

resource "azurerm_search_service" "handbook" {
  name                = "fabrikam-handbook"
  resource_group_name = azurerm_resource_group.knowledge.name
  location            = azurerm_resource_group.knowledge.location
  sku                 = "standard"
}
