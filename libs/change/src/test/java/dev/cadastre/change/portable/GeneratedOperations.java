package dev.cadastre.change.portable;

import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Operation;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.CopyFolder;
import dev.cadastre.change.operation.EnsureCron;
import dev.cadastre.change.operation.EnsureDaemon;
import dev.cadastre.change.operation.EnsureDirectory;
import dev.cadastre.change.operation.EnsureUser;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.HoldPackages;
import dev.cadastre.change.operation.InstallPackages;
import dev.cadastre.change.operation.InstallWheels;
import dev.cadastre.change.operation.MigrateDatabase;
import dev.cadastre.change.operation.PackageWish;
import dev.cadastre.change.operation.PythonVenv;
import dev.cadastre.change.operation.ReloadDaemon;
import dev.cadastre.change.operation.RemoveDaemon;
import dev.cadastre.change.operation.RemoveFiles;
import dev.cadastre.change.operation.RemovePackages;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.operation.RestartDaemon;
import dev.cadastre.change.operation.RunCommand;
import dev.cadastre.change.operation.RunExecutable;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.operation.TemplateFile;
import dev.cadastre.change.operation.UnpackArchive;
import dev.cadastre.change.operation.WaitFor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any operation that is built in, with anything that it takes. */
final class GeneratedOperations {

    /** Puts the values between braces. */
    static final Rendering RENDERING = (template, values) -> template + values.get("host");

    private GeneratedOperations() {}

    static Arbitrary<Operation> all() {
        return Arbitraries.oneOf(List.of(files(), packages(), system(), commands(), run()));
    }

    /** What no format likes: blanks around, comments, quotes, dollars, ends of lines, controls. */
    static Arbitrary<String> text() {
        Arbitrary<String> odd =
                Arbitraries.of(
                        " x",
                        "x ",
                        "\n",
                        "a\n  b\n",
                        "# no",
                        "a\n;b",
                        "${x}",
                        "$",
                        "$$",
                        "'\"\\",
                        "a\r\nb",
                        "\t",
                        "\0",
                        "\u0085",
                        "\u00a0x",
                        "\ud800",
                        "[step x]",
                        "k = v",
                        "a\n[b]\nc = d",
                        "\u2028",
                        "😀",
                        "a,b",
                        "=",
                        ": x",
                        "\ufeff",
                        "\n\nx");
        return Arbitraries.oneOf(
                odd,
                Arbitraries.strings().ofMaxLength(30),
                odd.list().ofMaxSize(4).map(all -> String.join("", all)));
    }

    private static Arbitrary<String> some() {
        return text().filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> maybe(Arbitrary<String> texts) {
        return Arbitraries.oneOf(Arbitraries.just(""), texts);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("09")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !Character.isDigit(name.charAt(0)));
    }

    private static Arbitrary<String> path() {
        return name().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> "/" + String.join("/", parts))
                .flatMap(path -> Arbitraries.of(path, path + "/a b$'x\"${y}#"));
    }

    private static Arbitrary<String> file() {
        return path().map(path -> path.substring(1));
    }

    private static Arbitrary<FileRights> rights() {
        return Combinators.combine(
                        Arbitraries.of("", "644", "0750", "4755"), maybe(name()), maybe(name()))
                .as(FileRights::new);
    }

    private static Arbitrary<Boolean> on() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Operation> files() {
        return Arbitraries.oneOf(
                Combinators.combine(file(), path(), rights()).as(CopyFile::new),
                Combinators.combine(
                                maybe(file()), path(), rights(), Arbitraries.of("", "0755"), on())
                        .as(CopyFolder::new),
                Combinators.combine(file(), path(), rights())
                        .as((file, path, rights) ->
                                new TemplateFile(file, path, rights, RENDERING)),
                Combinators.combine(file(), path(), on(), rights()).as(UnpackArchive::new),
                Combinators.combine(path(), rights()).as(EnsureDirectory::new),
                Combinators.combine(path(), on())
                        .as((path, folder) ->
                                new RemoveFiles(path, folder && path.lastIndexOf('/') > 0)),
                Combinators.combine(path(), maybe(some())).as(PythonVenv::new),
                Combinators.combine(file(), path()).as(InstallWheels::new));
    }

    private static Arbitrary<Operation> packages() {
        Arbitrary<List<String>> names = name().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<PackageWish>> wishes =
                Combinators.combine(name(), Arbitraries.of("", "latest", "1:2.3~rc-4^x"))
                        .as(PackageWish::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3);
        return Arbitraries.oneOf(
                Combinators.combine(wishes, on()).as(InstallPackages::new),
                Combinators.combine(names, on()).as(RemovePackages::new),
                Combinators.combine(names, on()).as(HoldPackages::new));
    }

    private static Arbitrary<Operation> system() {
        Arbitrary<String> field =
                text().filter(text ->
                        text.chars().noneMatch(c -> c == ':' || Character.isISOControl(c)));
        Arbitrary<String> line =
                text().filter(text -> text.chars().noneMatch(Character::isISOControl));
        return Arbitraries.oneOf(
                Combinators.combine(
                                name(),
                                Arbitraries.of("", "0", "1000"),
                                maybe(name()),
                                name().list().ofMaxSize(3),
                                field,
                                field,
                                field,
                                on())
                        .as((account, uid, group, groups, home, shell, comment, on) ->
                                new EnsureUser(
                                        account,
                                        uid,
                                        group,
                                        groups,
                                        home,
                                        shell,
                                        comment,
                                        on,
                                        !on || comment.isEmpty())),
                Combinators.combine(name(), maybe(some()), maybe(name()), maybe(path()), on(), on())
                        .as(EnsureDaemon::new),
                name().map(RestartDaemon::new),
                name().map(ReloadDaemon::new),
                name().map(RemoveDaemon::new),
                Combinators.combine(
                                name(),
                                maybe(name()),
                                Arbitraries.of("@daily", "*/5 * * * 1-5"),
                                maybe(line.filter(text -> !text.isBlank())))
                        .as(EnsureCron::new));
    }

    private static Arbitrary<Operation> commands() {
        return Arbitraries.oneOf(
                Combinators.combine(some(), maybe(some()), maybe(path()), maybe(path()))
                        .as(RunCommand::new),
                Combinators.combine(
                                file(), text().list().ofMaxSize(4),
                                Arbitraries.of(RunTest.Form.class), on())
                        .as((file, arguments, form, on) ->
                                new RunTest(file, arguments, "", form, on)),
                Combinators.combine(some(), Arbitraries.of(RunTest.Form.class), on())
                        .as((command, form, on) -> new RunTest("", List.of(), command, form, on)),
                Combinators.combine(
                                some(), some(), maybe(some()), some(), maybe(some()), maybe(some()))
                        .as(MigrateDatabase::new),
                Combinators.combine(
                                Arbitraries.of(WaitFor.Form.class),
                                Arbitraries.longs().between(1, 9_999))
                        .as((form, seconds) ->
                                new WaitFor(
                                        form,
                                        switch (form) {
                                            case PORT -> "db1.example.com:5432";
                                            case URL -> "https://[::1]:8443/a?b=$c#d";
                                            case FILE, ABSENCE -> "/run/a b";
                                        },
                                        Duration.ofSeconds(seconds))),
                Combinators.combine(file().filter(file -> file.indexOf('#') < 0), name())
                        .as((file, name) -> new RunExecutable(file, Map.of("p_" + name, "x $ y"))));
    }

    private static Arbitrary<Operation> run() {
        return Arbitraries.oneOf(
                name().map(EngineOperation.OpenBundle::new),
                Arbitraries.just(new EngineOperation.CloseBundle()),
                text().map(EngineOperation.Note::new),
                Combinators.combine(some(), name(), Arbitraries.longs().between(1, 100_000))
                        .as((monitor, state, seconds) ->
                                new EngineOperation.WaitForMonitor(
                                        monitor, state, Duration.ofSeconds(seconds))));
    }
}
