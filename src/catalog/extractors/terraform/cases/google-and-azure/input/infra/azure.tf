resource "azurerm_cognitive_account" "openai" {
  name                          = "acme-openai"
  location                      = "westeurope"
  kind                          = "OpenAI"
  sku_name                      = "S0"
  local_auth_enabled            = false
  public_network_access_enabled = false
}

resource "azurerm_cognitive_account" "open" {
  name     = "acme-open"
  location = "westeurope"
  kind     = "OpenAI"
  sku_name = "S0"
}

resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format  = "OpenAI"
    name    = "gpt-4o"
    version = "2024-11-20"
  }
  sku {
    name = "GlobalStandard"
  }
}

resource "azurerm_storage_account" "data" {
  name                     = "acmedata"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "manuals" {
  name                  = "manuals"
  storage_account_id    = azurerm_storage_account.data.id
  container_access_type = "blob"
}
