plugins {
    kotlin("jvm") version "2.0.0"
}

val ktorVersion = "2.3.11"

dependencies {
    implementation("io.ktor:ktor-client-core:$ktorVersion")
    implementation("com.aallam.openai:openai-client") { version { strictly("3.7.2") } }
    implementation(group = "com.google.guava", name = "guava", version = "33.2.0-jre")
    implementation(libs.okhttp)
    implementation(project(":prompts"))
    testImplementation(kotlin("test"))
    kapt("com.google.dagger:dagger-compiler:2.51.1")
}
