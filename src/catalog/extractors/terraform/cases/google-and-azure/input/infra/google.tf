resource "google_storage_bucket" "models" {
  name                     = "acme-models-eu"
  location                 = "EU"
  public_access_prevention = "enforced"
}

resource "google_storage_bucket_iam_member" "everybody" {
  bucket = google_storage_bucket.models.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_storage_bucket_iam_member" "app" {
  bucket = google_storage_bucket.models.name
  role   = "roles/storage.objectAdmin"
  member = "serviceAccount:${google_service_account.app.email}"
}

resource "google_project_iam_member" "app" {
  project = "acme"
  role    = "roles/editor"
  member  = google_service_account.app.member
}

resource "google_cloud_run_v2_service" "app" {
  name     = "app"
  location = "europe-west1"

  template {
    service_account = google_service_account.app.email
    containers {
      image = "europe-docker.pkg.dev/acme/app/app@sha256:0f3b1a1c4f4b1f3b9e2d7c5a8e6f9d0c1b2a3948576605142332211000ffeedd"
      env {
        name  = "BUCKET"
        value = google_storage_bucket.models.name
      }
      env {
        name = "API_KEY"
        value_source {
          secret_key_ref {
            secret = google_secret_manager_secret.key.secret_id
          }
        }
      }
    }
  }
}
