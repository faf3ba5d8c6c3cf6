package dev.cadastre.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a build learns what to load: by a server that nobody else has to do with. */
class TrainingTest {

    private static final Path SCRIPT = Shell.REPOSITORY.resolve("bin/train.sh");

    @TempDir private Path folder;

    /** A JDK whose Java does as told instead of starting a server. */
    private Path java(String text) throws IOException {
        Path jdk = folder.resolve("jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return jdk;
    }

    @Test
    void touchesNoDatabaseThatTheEnvironmentNames() throws IOException {
        Path seen = folder.resolve("seen");

        Shell.Outcome outcome =
                new Shell("sh", SCRIPT.toString())
                        .variable("JAVA_HOME", java("env >'%s'; exit 1".formatted(seen)))
                        .variable("CADASTRE_DATABASE_URL", "jdbc:postgresql://db1/register")
                        .variable("CADASTRE_DATABASE_PASSWORD", "swordfish")
                        .variable("CADASTRE_CONFIG", "/etc/cadastre/cadastre.conf")
                        .variable("CADASTRE_HOME", "/var/lib/cadastre")
                        .variable("PGPASSWORD", "swordfish")
                        .run(folder.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("the server ended during training");
        assertThat(Files.readString(seen))
                .contains("CADASTRE_HOME=%s/training\n".formatted(folder))
                .doesNotContain("CADASTRE_DATABASE", "CADASTRE_CONFIG", "swordfish");
    }

    @Test
    void leavesNoServerBehindWhenItIsInterrupted() throws IOException {
        Path server = folder.resolve("server.pid");
        Path home = java("echo $$ >'%s'; exec sleep 60".formatted(server));

        Shell.Outcome outcome =
                new Shell(
                                "sh",
                                "-c",
                                """
                                sh "$0" "$1" &
                                until [ -s "$1/server.pid" ]; do sleep 0.05; done
                                kill -TERM $!
                                wait $!
                                echo "status $?"
                                kill -0 "$(cat "$1/server.pid")" 2>/dev/null && echo alive
                                [ ! -e "$1/training" ] && echo clean
                                """,
                                SCRIPT.toString())
                        .variable("JAVA_HOME", home)
                        .run(folder.toString());

        assertThat(outcome.out().lines()).containsExactly("status 143", "clean");
    }
}
