package dev.cadastre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import dev.cadastre.cli.text.Printable;
import dev.cadastre.cli.verb.AdvisoriesVerb;
import dev.cadastre.cli.verb.ApiVerb;
import dev.cadastre.cli.verb.AppVerb;
import dev.cadastre.cli.verb.AssetVerb;
import dev.cadastre.cli.verb.AssetsVerb;
import dev.cadastre.cli.verb.BackupVerb;
import dev.cadastre.cli.verb.BundleVerb;
import dev.cadastre.cli.verb.CollectVerb;
import dev.cadastre.cli.verb.CompleteAppVerb;
import dev.cadastre.cli.verb.CompleteAssetVerb;
import dev.cadastre.cli.verb.CompleteManualVerb;
import dev.cadastre.cli.verb.CompleteQueryVerb;
import dev.cadastre.cli.verb.CompletionVerb;
import dev.cadastre.cli.verb.ConfigVerb;
import dev.cadastre.cli.verb.CorrectVerb;
import dev.cadastre.cli.verb.DeploymentVerb;
import dev.cadastre.cli.verb.DiffVerb;
import dev.cadastre.cli.verb.DoctorVerb;
import dev.cadastre.cli.verb.DowntimeVerb;
import dev.cadastre.cli.verb.DriftVerb;
import dev.cadastre.cli.verb.EnvironmentsVerb;
import dev.cadastre.cli.verb.EstateVerb;
import dev.cadastre.cli.verb.FindVerb;
import dev.cadastre.cli.verb.HostVerb;
import dev.cadastre.cli.verb.HostsVerb;
import dev.cadastre.cli.verb.ImpactVerb;
import dev.cadastre.cli.verb.ImportVerb;
import dev.cadastre.cli.verb.IncidentVerb;
import dev.cadastre.cli.verb.InventoryVerb;
import dev.cadastre.cli.verb.LauncherVerbs;
import dev.cadastre.cli.verb.LoginVerb;
import dev.cadastre.cli.verb.LogoutVerb;
import dev.cadastre.cli.verb.ManualVerb;
import dev.cadastre.cli.verb.MapVerb;
import dev.cadastre.cli.verb.MonitorVerb;
import dev.cadastre.cli.verb.OwnsVerb;
import dev.cadastre.cli.verb.PackageVerb;
import dev.cadastre.cli.verb.ParcelVerb;
import dev.cadastre.cli.verb.QueriesVerb;
import dev.cadastre.cli.verb.RelationVerb;
import dev.cadastre.cli.verb.RulesVerb;
import dev.cadastre.cli.verb.RunVerb;
import dev.cadastre.cli.verb.SbomVerb;
import dev.cadastre.cli.verb.SilenceVerb;
import dev.cadastre.cli.verb.SshConfigVerb;
import dev.cadastre.cli.verb.SupportVerb;
import dev.cadastre.cli.verb.TeamVerb;
import dev.cadastre.cli.verb.TestVerb;
import dev.cadastre.cli.verb.TimelineVerb;
import dev.cadastre.cli.verb.TokenVerb;
import dev.cadastre.cli.verb.UpVerb;
import dev.cadastre.cli.verb.UpgradesVerb;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code cadastre} with its verbs. */
@Command(
        name = "cadastre",
        synopsisSubcommandLabel = "VERB",
        description = "Ask Cadastre what is installed and running where, and what changed.",
        footer = {"", "Each verb has an example: cadastre VERB --help"},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:no: not found, differs, failed",
            " 2:the command makes no sense",
            " 3:the server is out of reach",
            " 4:not allowed"
        })
final class Verbs {

    private static final Map<String, Function<Session, Object>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("up", _ -> UpVerb.tree());
        VERBS.put("config", _ -> ConfigVerb.tree());
        VERBS.put("hosts", HostsVerb::new);
        VERBS.put("host", HostVerb::tree);
        VERBS.put("package", PackageVerb::new);
        VERBS.put("support", SupportVerb::tree);
        VERBS.put("advisories", AdvisoriesVerb::tree);
        VERBS.put("rules", RulesVerb::new);
        VERBS.put("queries", QueriesVerb::tree);
        VERBS.put("sbom", SbomVerb::tree);
        VERBS.put("map", MapVerb::tree);
        VERBS.put("impact", ImpactVerb::new);
        VERBS.put("assets", AssetsVerb::new);
        VERBS.put("asset", AssetVerb::tree);
        VERBS.put("relation", RelationVerb::tree);
        VERBS.put("deployment", DeploymentVerb::tree);
        VERBS.put("correct", CorrectVerb::tree);
        VERBS.put("team", TeamVerb::tree);
        VERBS.put("monitor", MonitorVerb::tree);
        VERBS.put("downtime", DowntimeVerb::tree);
        VERBS.put("incident", IncidentVerb::tree);
        VERBS.put("silence", SilenceVerb::tree);
        VERBS.put("run", RunVerb::tree);
        VERBS.put("bundle", BundleVerb::tree);
        VERBS.put("test", TestVerb::tree);
        VERBS.put("parcel", ParcelVerb::tree);
        VERBS.put("app", AppVerb::tree);
        VERBS.put("drift", DriftVerb::new);
        VERBS.put("manual", ManualVerb::new);
        VERBS.put("find", FindVerb::new);
        VERBS.put("diff", DiffVerb::new);
        VERBS.put("timeline", TimelineVerb::new);
        VERBS.put("environments", EnvironmentsVerb::new);
        VERBS.put("collect", CollectVerb::new);
        VERBS.put("owns", OwnsVerb::new);
        VERBS.put("upgrades", UpgradesVerb::new);
        VERBS.put("estate", EstateVerb::tree);
        VERBS.put("inventory", InventoryVerb::new);
        VERBS.put("import", ImportVerb::tree);
        VERBS.put("ssh-config", SshConfigVerb::new);
        VERBS.put("backup", BackupVerb::tree);
        VERBS.put("restore", _ -> LauncherVerbs.restore());
        VERBS.put("database", _ -> LauncherVerbs.database());
        VERBS.put("login", LoginVerb::new);
        VERBS.put("logout", LogoutVerb::new);
        VERBS.put("token", TokenVerb::tree);
        VERBS.put("api", ApiVerb::new);
        VERBS.put("doctor", DoctorVerb::new);
        VERBS.put("completion", CompletionVerb::new);
        VERBS.put("complete-app", CompleteAppVerb::new);
        VERBS.put("complete-asset", CompleteAssetVerb::new);
        VERBS.put("complete-manual", CompleteManualVerb::new);
        VERBS.put("complete-query", CompleteQueryVerb::new);
    }

    private final Session session;

    Verbs(Surroundings surroundings) {
        session = new Session(surroundings);
    }

    /** Runs what the arguments say; the result is the exit status. */
    int run(String... arguments) {
        List<String> words = withoutHelpVerb(List.of(arguments));
        return commandLine(words).execute(words.toArray(String[]::new));
    }

    /** The command with all verbs, to be described. */
    CommandLine everything() {
        return commandLine(List.of());
    }

    /** {@code help host add} is another way to say {@code host add --help}. */
    private static List<String> withoutHelpVerb(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("help")) {
            return arguments;
        }
        List<String> words = new ArrayList<>(arguments.subList(1, arguments.size()));
        words.add("--help");
        return words;
    }

    private CommandLine commandLine(List<String> arguments) {
        var commandLine = new CommandLine(this).addMixin("common", session.options());
        commandLine.getCommandSpec().addOption(help()).addOption(showVersion()).version(version());
        neededFor(arguments).forEach(name -> commandLine.addSubcommand(name, verb(name)));
        Surroundings surroundings = session.surroundings();
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
                .setParameterExceptionHandler((thrown, _) -> report(thrown))
                .setExecutionExceptionHandler((thrown, _, _) -> report(thrown));
    }

    /**
     * Describing all verbs takes longer than running one, so that this is done only where they are
     * all asked about, or none is recognised.
     */
    private static Collection<String> neededFor(List<String> arguments) {
        List<String> named = arguments.stream().filter(VERBS::containsKey).distinct().toList();
        return named.isEmpty() || named.contains("completion") ? VERBS.keySet() : named;
    }

    private Object verb(String name) {
        return Objects.requireNonNull(VERBS.get(name)).apply(session);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("show this and do nothing")
                .build();
    }

    private static OptionSpec showVersion() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("show the version and do nothing")
                .build();
    }

    /** What the build wrote into the archive; classes outside of one have no version. */
    private static String version() {
        return "cadastre "
                + Objects.requireNonNullElse(
                        Verbs.class.getPackage().getImplementationVersion(), "(unpacked)");
    }

    private int report(ParameterException thrown) {
        String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        err(command + ": " + thrown.getMessage());
        PrintWriter suggestions = thrown.getCommandLine().getErr();
        UnmatchedArgumentException.printSuggestions(thrown, suggestions);
        err("  See `%s --help`.".formatted(command));
        return Failure.Kind.USAGE.exitStatus();
    }

    private int report(Exception thrown) throws Exception {
        if (!(thrown instanceof Failure failure)) {
            throw thrown;
        }
        err("cadastre: " + failure.getMessage());
        failure.remarks().forEach(remark -> err("  " + remark));
        return failure.kind().exitStatus();
    }

    private void err(String text) {
        session.surroundings().err().println(Printable.escape(text));
    }
}
