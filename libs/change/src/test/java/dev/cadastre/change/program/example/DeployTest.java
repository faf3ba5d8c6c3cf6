package dev.cadastre.change.program.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Change;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.testing.Trial;
import dev.cadastre.change.testing.TrialHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployTest {

    @TempDir private Path folder;

    @Test
    void bringsTheShopOnce() throws Exception {
        TrialHost host = TrialHost.in(folder).value("version", "4.2");
        host.allowing("release").value("root", host.root().toString());
        Change change = new Deploy().change(host.given());
        ChangeFolder files =
                ChangeFolder.of(Map.of("shop.conf", "port = 8080\n".getBytes(UTF_8)), Set.of());

        Trial plan = host.plan(change, files).good();
        assertThat(plan.wishes())
                .contains(
                        "create /etc/shop/shop.conf (12 bytes)",
                        "say 4.2 in /etc/shop/release instead of none");
        assertThat(plan.restarts()).containsExactly("shop");
        assertThat(host.root()).isEmptyDirectory();

        host.apply(change, files).good();
        assertThat(host.root().resolve("etc/shop/shop.conf")).hasContent("port = 8080\n");
        assertThat(host.apply(change, files).good().isUnchanged()).isTrue();
    }
}
