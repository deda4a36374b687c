resource "azurerm_storage_account" "prompts" {
  name                       = "fabrikamprompts"
  resource_group_name        = "fabrikam-ai"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = false
}
