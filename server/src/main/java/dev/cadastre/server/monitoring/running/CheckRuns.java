package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.definition.Parameters;
import dev.cadastre.server.monitoring.keeping.Watched;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Makes checks on the server and on hosts, so many at the same time and of one host. Thread-safe;
 * each call blocks its thread.
 */
@Component
class CheckRuns implements Checker {

    private final ServerPlugins serverPlugins;
    private final HostPlugins hostPlugins;
    private final HostTests hostTests;
    private final CheckKinds checkKinds;
    private final AssetParameters parameters;
    private final Estate estate;
    private final HostTurns turns;
    private final Semaphore plugins;
    private final Semaphore others;

    CheckRuns(
            ServerPlugins serverPlugins,
            HostPlugins hostPlugins,
            HostTests hostTests,
            CheckKinds checkKinds,
            AssetParameters parameters,
            Estate estate,
            MonitoringProperties properties) {
        this.serverPlugins = serverPlugins;
        this.hostPlugins = hostPlugins;
        this.hostTests = hostTests;
        this.checkKinds = checkKinds;
        this.parameters = parameters;
        this.estate = estate;
        this.turns = new HostTurns(properties.checksAtOncePerHost());
        this.plugins = new Semaphore(properties.pluginsAtOnce(), true);
        this.others = new Semaphore(properties.checksAtOnce(), true);
    }

    /** Checks a monitor as soon as the turns of its host and those of its means allow. */
    @Override
    public PluginResult run(Watched one, Runnable begun) throws InterruptedException {
        turns.take(one.row().host());
        try {
            Semaphore means = isProcessHere(one.definition()) ? plugins : others;
            means.acquire();
            try {
                begun.run();
                return run(one);
            } finally {
                means.release();
            }
        } finally {
            turns.give(one.row().host());
        }
    }

    private static boolean isProcessHere(MonitorDefinition definition) {
        return !definition.kind().usesNetwork() && definition.place() != CheckPlace.HOST;
    }

    private PluginResult run(Watched one) throws InterruptedException {
        MonitorDefinition definition = one.definition();
        AssetParameters.Of known = parameters.of(one.row());
        Parameters texts = new Parameters(known::value);
        // The text of a test is its own: a dollar in it is the host's affair.
        List<String> command =
                texts.in(
                        definition.kind().runsTest()
                                ? TestOrder.arguments(definition)
                                : definition.command());
        Map<String, String> settings =
                definition.kind().usesNetwork()
                        ? texts.in(
                                checkKinds.withDefaults(definition.kind(), definition.settings()))
                        : definition.settings();
        if (!texts.missing().isEmpty()) {
            return PluginResult.unknown(
                    "%s has no value for ${%s}, which the check needs"
                            .formatted(one.row().asset(), String.join("}, ${", texts.missing())));
        }
        if (definition.kind().usesNetwork()) {
            return checkKinds.run(definition.kind(), settings, definition.timeout());
        }
        return isProcessHere(definition)
                ? serverPlugins.run(command, definition.timeout())
                : onHost(known, command, definition);
    }

    /** On the server's own machine what somebody wrote has no more rights than a plug-in there. */
    private PluginResult onHost(
            AssetParameters.Of known, List<String> command, MonitorDefinition definition)
            throws InterruptedException {
        DeclaredHost host = known.value("host").flatMap(estate::hostIgnoringCase).orElse(null);
        if (host == null) {
            return PluginResult.unknown(
                    "It is on no host that the server connects to; name it in the estate, with an"
                            + " address");
        }
        if (definition.kind().runsTest()) {
            return hostTests.run(host, TestOrder.of(definition, command), definition.timeout());
        }
        return host.address().kind() == HostAddress.Kind.LOCAL
                ? serverPlugins.run(command, definition.timeout())
                : hostPlugins.run(host, command, definition.timeout());
    }
}
