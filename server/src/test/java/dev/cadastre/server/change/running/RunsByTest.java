package dev.cadastre.server.change.running;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.PlanOrder;
import dev.cadastre.server.change.PlanState;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tests do with changes, their hosts, and the server's life. */
@Component
public class RunsByTest {
    /** Opens a bundle, puts a text that tells the host and a value, and closes it. */
    public static final String SHOP =
            """
            [change]
            name = shop
            summary = The shop
            [step open]
            op = bundle.open
            bundle = shop
            [step motd]
            op = test.put
            key = motd
            value = hello ${host}
            [step conf]
            op = test.put
            key = conf
            value = 2
            [step close]
            op = bundle.close
            """;

    private final Archives archives;
    private final Plans plans;
    private final Runs runs;
    private final RunLookup lookup;
    private final Executions executions;
    private final Estate estate;
    private final Access access;

    RunsByTest(
            Archives archives,
            Plans plans,
            Runs runs,
            RunLookup lookup,
            Executions executions,
            Estate estate,
            Access access) {
        this.archives = archives;
        this.plans = plans;
        this.runs = runs;
        this.lookup = lookup;
        this.executions = executions;
        this.estate = estate;
        this.access = access;
    }

    /** Declares a host that the server does not connect to by itself. */
    public void declare(String environment, String... hosts) {
        for (String host : hosts) {
            access.asSystem(() ->
                    estate.addHost(
                            new NewHost(
                                    host,
                                    environment,
                                    List.of(),
                                    Map.of("address", NewHost.NO_ADDRESS))));
        }
    }

    /** A change as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    public record Sent(String digest, byte[] tar) {}

    /** The archive of a folder with one change. */
    public static Sent archive(String change) {
        ChangeFolder folder =
                ChangeFolder.of(
                        Map.of("shop.change", change.getBytes(StandardCharsets.UTF_8)), Set.of());
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try {
            ChangeArchive.write(folder, tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sent(folder.digest(), tar.toByteArray());
    }

    /** Sends a change; returns its digest. */
    public String send(String change) {
        Sent sent = archive(change);
        try {
            archives.put(sent.digest(), new ByteArrayInputStream(sent.tar()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.digest();
    }

    /** A plan of a change at hosts, once it is ready. */
    public ChangePlan plan(String change, RunSettings settings, String... hosts) {
        return plan(change, Map.of(), settings, hosts);
    }

    private ChangePlan plan(
            String change, Map<String, String> parameters, RunSettings settings, String... hosts) {
        String archive = send(change);
        return access.asSystem(() -> {
            ChangePlan plan =
                    plans.plan(
                            new PlanOrder(
                                    archive, null, null, List.of(hosts), parameters, settings));
            return ready(plan);
        });
    }

    private ChangePlan ready(ChangePlan plan) {
        try {
            ChangePlan now = plan;
            while (now.state() == PlanState.LOOKING) {
                now = plans.await(plan.id(), Duration.ofSeconds(10), Reach.ALL).orElseThrow();
            }
            return now;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a change, as the server itself. */
    public ChangeRun start(String change, RunSettings settings, String... hosts) {
        ChangePlan plan = plan(change, settings, hosts);
        return access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL));
    }

    /** A run of a plan that has come to its end, or waits. */
    public ChangeRun start(UUID plan) {
        access.asSystem(() -> ready(plans.find(plan, Reach.ALL).orElseThrow()));
        ChangeRun run = access.asSystem(() -> runs.start(plan, "", false, Reach.ALL));
        return rested(run.id());
    }

    /** A run of a change that has come to its end, of that version. */
    public ChangeRun deployed(String change, String version, String... hosts) {
        ChangePlan plan = plan(change, Map.of("version", version), RunSettings.USUAL, hosts);
        ChangeRun run = access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL));
        return rested(run.id());
    }

    /** The run when nothing of it is going on, or it waits for a command line or a secret. */
    public ChangeRun rested(long id) {
        ChangeRun now = lookup.find(id, Reach.ALL).orElseThrow();
        while (isGoing(now)) {
            Thread.onSpinWait();
            now = lookup.find(id, Reach.ALL).orElseThrow();
        }
        return now;
    }

    private boolean isGoing(ChangeRun run) {
        boolean isClosing =
                run.phase() == RunPhase.FINISHED && executions.find(run.id()).isPresent();
        return run.phase() == RunPhase.GOING_ON || run.phase() == RunPhase.HALTED || isClosing;
    }

    /** The server is stopped, without waiting for anything, and started again. */
    public void restart() {
        executions.stop();
        executions.start();
    }
}
