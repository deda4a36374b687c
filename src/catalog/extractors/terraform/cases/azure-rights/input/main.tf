resource "azurerm_resource_group" "ai" {
  name     = "acme-ai"
  location = "westeurope"
}

resource "azurerm_storage_account" "knowledge" {
  name                     = "acmeknowledge"
  resource_group_name      = azurerm_resource_group.ai.name
  location                 = azurerm_resource_group.ai.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_linux_web_app" "chat" {
  name                = "acme-chat"
  resource_group_name = azurerm_resource_group.ai.name
  location            = azurerm_resource_group.ai.location
  service_plan_id     = "plan"
  site_config {}
  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_user_assigned_identity" "jobs" {
  name                = "acme-jobs"
  resource_group_name = azurerm_resource_group.ai.name
  location            = azurerm_resource_group.ai.location
}

resource "azurerm_role_assignment" "chat_reads" {
  scope                = azurerm_storage_account.knowledge.id
  role_definition_name = "Storage Blob Data Reader"
  principal_id         = azurerm_linux_web_app.chat.identity[0].principal_id
}

resource "azurerm_role_assignment" "jobs_contribute" {
  scope                = azurerm_resource_group.ai.id
  role_definition_name = "Contributor"
  principal_id         = azurerm_user_assigned_identity.jobs.principal_id
}

resource "azurerm_role_assignment" "person" {
  scope                = azurerm_resource_group.ai.id
  role_definition_name = "Owner"
  principal_id         = "8c5d0a0e-1f5b-4f4e-9d9e-5c9f3f9f9f9f"
}
