package dev.cadastre.server.inventory.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {

    @ParameterizedTest
    @CsvSource({
        "python, DEB, python3.11",
        "python, RPM, python39",
        "python, RPM, rh-python38-python",
        "python, APK, python3",
        "eclipse-temurin, DEB, openjdk-17-jre-headless",
        "eclipse-temurin, DEB, temurin-21-jdk",
        "eclipse-temurin, RPM, java-1.8.0-openjdk-headless",
        "eclipse-temurin, APK, openjdk8-jre-base",
        "nodejs, RPM, rh-nodejs14-nodejs",
        "nodejs, RPM, nodejs20",
        "nodejs, APK, nodejs-current",
        "php, DEB, php8.2-cli",
        "php, RPM, php82-php-cli",
        "php, APK, php83",
        "ruby, DEB, ruby3.1",
        "postgresql, DEB, postgresql-15",
        "postgresql, RPM, postgresql16-server",
        "postgresql, RPM, rh-postgresql13-postgresql-server",
        "postgresql, APK, postgresql16",
        "mariadb, DEB, mariadb-server",
        "mariadb, APK, mariadb",
        "nginx, RPM, nginx",
        "debian, DEB, base-files",
        "rocky-linux, RPM, rocky-release"
    })
    void knowsByWhichNamesPackagesOfProductsGo(String product, PackageType type, String name) {
        assertThat(Products.isNamed(product, type, name)).isTrue();
        assertThat(name).matches(Products.names(product).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "python, DEB, python3-pip",
        "python, PYPI, python",
        "nodejs, DEB, nodejs-doc",
        "postgresql, DEB, postgresql-15-postgis-3",
        "postgresql, RPM, postgresql15",
        "mariadb, RPM, mariadb",
        "nginx, DEB, nginx-common",
        "unknown, DEB, unknown"
    })
    void takesNoOtherPackageForAProduct(String product, PackageType type, String name) {
        assertThat(Products.isNamed(product, type, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"python, python39, true", "nodejs, nodejs, true", "nodejs, python39, false"})
    void knowsModules(String product, String module, boolean expected) {
        assertThat(Products.isModule(product, module)).isEqualTo(expected);
    }
}
