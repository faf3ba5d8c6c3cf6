package com.example.links.devops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadastre.change.Change;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.testing.Trial;
import dev.cadastre.change.testing.TrialHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change on a host that a folder plays; its rights, accounts and daemons are left out. */
class DeployTest {

    private static final ChangeFolder FILES =
            ChangeFolder.of(
                    Map.of(
                            "links.jar", "a jar".getBytes(UTF_8),
                            "check-links", "#!/bin/sh\n".getBytes(UTF_8)),
                    Set.of("check-links"));

    @TempDir private Path folder;

    private TrialHost host;
    private Path settings;

    @BeforeEach
    void start() throws IOException {
        host = TrialHost.in(folder).value("database", "db1").allowing("settings");
        host.value("root", host.root().toString());
        settings = host.root().resolve("etc/links/links.properties");
    }

    private Change deploy(String release) {
        return without(new Deploy(release).change(host.given()), "home");
    }

    /** An account that only a host has cannot be given anything here. */
    private static Change without(Change change, String job) {
        List<Job> jobs = change.jobs().stream().filter(one -> !one.name().equals(job)).toList();
        return new Change(change.name(), change.summary(), jobs);
    }

    @Test
    void bringsTheJarAndItsSettingsOnce() throws IOException {
        Change change = deploy("1.0");

        host.apply(change, FILES).good();

        assertEquals("a jar", Files.readString(host.root().resolve("opt/links/1.0/links.jar")));
        assertEquals("database.host=db1\nport=8000\n", Files.readString(settings));
        assertTrue(host.apply(change, FILES).good().isUnchanged());
    }

    @Test
    void keepsWhatPeopleStateInTheSameFile() throws IOException {
        host.apply(deploy("1.0"), FILES).good();
        Files.writeString(settings, "# mine\ntitle = Ours\nport = 1\ndatabase.host=db1\n");

        Trial planned = host.plan(deploy("2.0"), FILES).good();
        assertEquals(List.of("links"), planned.restarts());
        assertTrue(planned.differences().toString().contains("-port = 1"));
        Trial applied = host.apply(deploy("2.0"), FILES).good();

        assertEquals(
                "# mine\ntitle = Ours\nport=8000\ndatabase.host=db1\n", Files.readString(settings));
        host.undo(deploy("2.0"), FILES, applied);
        assertEquals(
                "# mine\ntitle = Ours\nport = 1\ndatabase.host=db1\n", Files.readString(settings));
    }

    @Test
    void leavesNothingWhenItIsUndone() throws IOException {
        Change change = deploy("1.0");
        Trial applied = host.apply(change, FILES).good();

        host.undo(change, FILES, applied);

        assertFalse(Files.exists(settings));
        assertFalse(Files.exists(host.root().resolve("opt")));
    }

    @Test
    void wantsOneDatabaseForAllHosts() {
        Given two =
                new Given(
                        Map.of(),
                        Map.of("web1", Map.of("database", "a"), "web2", Map.of("database", "b")));

        assertThrows(IllegalArgumentException.class, () -> new Deploy("1.0").change(two));
    }

    @Test
    void migratesBeforeTheNewReleaseIsStartedAndTestsItAfterwards() {
        List<String> names = deploy("1.0").jobs().stream().map(Job::name).toList();

        assertTrue(names.indexOf("schema") < names.indexOf("daemon"));
        assertTrue(names.indexOf("daemon") < names.indexOf("test"));
        assertEquals("close", names.get(names.size() - 1));
    }
}
