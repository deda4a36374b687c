resource "azurerm_monitor_diagnostic_setting" "chat" {
  name                       = "record"
  target_resource_id         = azurerm_cognitive_account.chat.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "RequestResponse"
  }
}
