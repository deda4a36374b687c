resource "azurerm_storage_account" "weights" {
  name                     = "fabrikamweights"
  resource_group_name      = "fabrikam-ai"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_1"
}
