package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.ScriptAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Bundles by real shells on this machine, with a home of their own. */
abstract class ShellBundles {

    static final String ALL_SHELLS = "dev.cadastre.change.host.Shells#all";

    @TempDir Path folder;
    Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(folder.resolve("it's home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    HostSession session(String shell) throws IOException {
        return new ShellSession(
                new LocalShell(Map.of("HOME", home.toString())),
                new RunSecrets(Secrets.NONE),
                new HostPrograms(Shells.in(folder, shell)));
    }

    Path directory() {
        return home.resolve(".cadastre/bundles/shop");
    }

    static HostSession.Opened opened(HostSession session, Bundle bundle) {
        HostSession.Opening opening = session.open(bundle, Samples.lock("42"), () -> {});
        assertThat(opening).isInstanceOf(HostSession.Opened.class);
        return (HostSession.Opened) opening;
    }

    static ScriptAnswer answer(HostSession.Running running) {
        assertThat(running).isInstanceOf(HostSession.Answered.class);
        return ((HostSession.Answered) running).answer();
    }

    static ScriptAnswer run(HostSession session, BundledScript script, String basis) {
        return answer(session.run(script, basis, text -> {}, new StopSignal()));
    }
}
