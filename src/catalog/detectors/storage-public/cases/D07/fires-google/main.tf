resource "google_storage_bucket" "dataset" {
  name     = "acme-speech-dataset"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "everyone" {
  bucket = google_storage_bucket.dataset.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
