package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeFileTest {

    @ParameterizedTest
    @CsvSource({
        "/home/a/pyenv/versions/3.9.1/bin/python3.9, python, 3.9.1",
        "/home/a/.pyenv/versions/3.9.1/bin/python3, python, 3.9.1",
        "/usr/bin/python3.11, python, 3.11",
        "/usr/bin/python3, python,",
        "/usr/bin/pypy3, python,",
        "/opt/conda/conda-meta/python-3.11.4-h1_0.json, python, 3.11.4",
        "/root/.nvm/versions/node/v20.1.0/bin/node, node, 20.1.0",
        "/usr/bin/nodejs, node,",
        "/opt/rubies/ruby-3.2.1/bin/ruby, ruby, 3.2.1",
        "/opt/rubies/3.2.1/bin/ruby, ruby, 3.2.1",
        "/usr/bin/ruby3.1, ruby, 3.1",
        "/usr/sbin/php-fpm8.2, php, 8.2",
        "/usr/bin/perl5.36.0, perl, 5.36.0",
        "/usr/lib/postgresql/15/bin/postgres, postgres, 15",
        "/usr/pgsql-16/bin/postgres, postgres, 16",
        "/usr/libexec/postgres, postgres,",
        "/usr/sbin/mariadbd, mariadb,",
        "/usr/sbin/mysqld, mysql,",
        "/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1, dotnet, 8.0.1",
        "/usr/bin/dotnet, dotnet,",
    })
    void knowsARuntimeByItsPath(String path, String kind, @Nullable String version) {
        assertThat(RuntimeFile.ofPath(path))
                .hasValueSatisfying(file -> {
                    assertThat(file.kind()).isEqualTo(kind);
                    assertThat(file.version()).isEqualTo(version);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/python3-config", "/usr/bin/rubygems", "/srv/node/app", ""})
    void takesNothingElseForOne(String path) {
        assertThat(RuntimeFile.ofPath(path)).isEmpty();
    }
}
