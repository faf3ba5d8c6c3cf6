package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.dispatch.LocalSshd;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.EstateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A host that is reached by a real sshd, as the user who runs the tests. */
abstract class CheckedHostByTest {

    @TempDir Path folder;

    LocalSshd sshd;
    DeclaredHost host;

    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void startHost() throws IOException {
        sshd = LocalSshd.in(folder);
        host = host(sshd.settings());
        jdbc.sql("insert into dispatch.host_key values (?, ?, ?, now(), 'test')")
                .params(
                        "[%s]:%d".formatted(host.name(), host.ssh().port()),
                        sshd.hostKey().getFirst(),
                        sshd.hostKey().getLast())
                .update();
    }

    @AfterEach
    void stopHost() {
        sshd.close();
    }

    /** A host that only this test knows, so that nothing else connects to it. */
    static DeclaredHost host(Map<String, String> settings) {
        String name = "checked-" + UUID.randomUUID();
        String section =
                settings.entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .collect(Collectors.joining("\n"));
        return EstateFile.read("estate.ini", "[host %s]\n%s".formatted(name, section))
                .modelOrThrow()
                .hosts()
                .values()
                .iterator()
                .next();
    }
}
