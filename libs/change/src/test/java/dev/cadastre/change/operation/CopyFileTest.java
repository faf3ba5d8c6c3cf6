package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyFileTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void createsWhatIsNotThereAndHasNothingToDoThen(String shell) throws Exception {
        Path target = host().resolve("motd");
        Script script = copy(target, "welcome\n", FileRights.mode("640"));
        TreeState before = TreeState.of(host());

        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.wishes()).containsExactly("create " + target + " (8 bytes)");
        assertThat(looked.differences()).singleElement().asString().endsWith("+welcome");
        assertThat(TreeState.of(host())).isEqualTo(before);

        ScriptAnswer applied = run(shell).apply(script, looked.basis());
        assertThat(applied.kind()).as(applied.toString()).isEqualTo(Kind.CHANGED);
        assertThat(target).hasContent("welcome\n");
        assertThat(mode(target)).isEqualTo("rw-r-----");
        assertThat(names(host())).containsExactly("motd");

        TreeState after = TreeState.of(host());
        ScriptAnswer again = run(shell).apply(script);
        assertThat(again.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(again.reason()).isEqualTo(target + " is as wished");
        assertThat(TreeState.of(host())).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void replacesShowsTheDifferenceKeepsRightsAndIsUndone(String shell) throws Exception {
        Path target = Files.writeString(host().resolve("app.conf"), "port = 80\nname = a\\b\n");
        chmod(target, "rw-rw----");
        CopyFile copy = new CopyFile("f", target.toString(), FileRights.ANY);
        TreeState before = withoutInodes();

        ScriptAnswer applied = run(shell).apply(copy.script(file("port = 81\nname = a\\b\n")));
        assertThat(applied.kind()).as(applied.toString()).isEqualTo(Kind.CHANGED);
        assertThat(applied.differences())
                .singleElement()
                .asString()
                .isEqualTo(
                        """
                        --- %1$s
                        +++ %1$s (wished)
                        @@ -1,2 +1,2 @@
                        -port = 80
                        +port = 81
                         name = a\\b\
                        """
                                .formatted(target));
        assertThat(target).hasContent("port = 81\nname = a\\b\n");
        assertThat(mode(target)).isEqualTo("rw-rw----");

        Script undo = copy.undo(applied.before()).orElseThrow();
        assertThat(run(shell).apply(undo).kind()).isEqualTo(Kind.CHANGED);
        assertThat(withoutInodes()).isEqualTo(before);
        assertThat(run(shell).apply(undo).kind()).isEqualTo(Kind.UNCHANGED);

        Files.writeString(target, "a person's\n");
        ScriptAnswer refused = run(shell).apply(undo);
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.code()).isEqualTo("changed-since");
        assertThat(target).hasContent("a person's\n");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void removesWhatItCreatedWhenUndone(String shell) throws Exception {
        Path target = host().resolve("new");
        CopyFile copy = new CopyFile("f", target.toString(), FileRights.ANY);
        ScriptAnswer applied = run(shell).apply(copy.script(file("x")));
        Script undo = copy.undo(applied.before()).orElseThrow();

        assertThat(run(shell).apply(undo).kind()).isEqualTo(Kind.CHANGED);
        assertThat(target).doesNotExist();
        assertThat(run(shell).apply(undo).kind()).isEqualTo(Kind.UNCHANGED);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void changesRightsAloneAndGivesThemBack(String shell) throws Exception {
        Path target = Files.writeString(host().resolve("key"), "k");
        chmod(target, "rw-r--r--");
        CopyFile copy =
                new CopyFile(
                        "f", target.toString(), FileRights.mode("4750").ownedBy("daemon", "games"));

        ScriptAnswer applied = run(shell).apply(copy.script(file("k")));
        assertThat(applied.kind()).as(applied.toString()).isEqualTo(Kind.CHANGED);
        assertThat(applied.wishes())
                .containsExactly(
                        "change " + target + ": mode 0644 to 4750, owner 0 to 1, group 0 to 60");
        assertThat(applied.differences()).isEmpty();
        assertThat(Files.getAttribute(target, "unix:mode")).isEqualTo(0104750);
        assertThat(run(shell).apply(copy.script(file("k"))).kind()).isEqualTo(Kind.UNCHANGED);

        run(shell).apply(copy.undo(applied.before()).orElseThrow());
        assertThat(Files.getAttribute(target, "unix:mode")).isEqualTo(0100644);
        assertThat(Files.getAttribute(target, "unix:uid")).isEqualTo(0);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void copiesBytesOfAnyKindAndSize(String shell) throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Path target = Files.write(host().resolve("logo.bin"), new byte[] {0, 1, 2, (byte) 200});
        CopyFile copy = new CopyFile("f", target.toString(), FileRights.ANY);
        Script script = copy.script(Parts.none().file("f", content));

        ScriptAnswer applied = run(shell).apply(script);
        assertThat(applied.kind()).as(applied.toString()).isEqualTo(Kind.CHANGED);
        assertThat(Files.readAllBytes(target)).isEqualTo(content);
        run(shell).apply(copy.undo(applied.before()).orElseThrow());
        assertThat(Files.readAllBytes(target)).isEqualTo(new byte[] {0, 1, 2, (byte) 200});
    }

    @Test
    void doesNotBringBackWhatWasTooLargeToKeep() throws Exception {
        Path target = Files.write(host().resolve("big"), new byte[300_000]);
        CopyFile copy = new CopyFile("f", target.toString(), FileRights.ANY);
        ScriptAnswer applied = run("dash").apply(copy.script(file("small")));

        assertThat(applied.before()).containsEntry("content.size", "300000");
        assertThat(copy.undo(applied.before())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void takesOddNamesAsTheyAre(String shell) throws Exception {
        for (String name :
                List.of(
                        "with blank",
                        "-rf",
                        "it's \"so\"",
                        "line\nfeed",
                        "last\n",
                        "$(touch pwned)`touch pwned`",
                        "*",
                        "a\\nb",
                        "Grüße ☃",
                        "n".repeat(255))) {
            Path target = host().resolve(name);
            CopyFile copy = new CopyFile("f", target.toString(), FileRights.mode("0600"));
            ScriptAnswer applied = run(shell).apply(copy.script(file("first\n")));
            assertThat(applied.kind()).as(name + applied).isEqualTo(Kind.CHANGED);
            assertThat(applied.wishes()).containsExactly("create " + target + " (6 bytes)");
            applied = run(shell).apply(copy.script(file("second\n")));
            assertThat(applied.kind()).as(name + applied).isEqualTo(Kind.CHANGED);
            assertThat(target).hasContent("second\n");
            assertThat(run(shell).apply(copy.script(file("second\n"))).kind())
                    .isEqualTo(Kind.UNCHANGED);
            run(shell).apply(copy.undo(applied.before()).orElseThrow());
            assertThat(target).hasContent("first\n");
            Files.delete(target);
        }
        assertThat(names(host())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void refusesAPlanWhoseBasisHasChanged(String shell) throws Exception {
        Path target = Files.writeString(host().resolve("conf"), "planned");
        Script script = copy(target, "wished", FileRights.ANY);
        String basis = run(shell).look(script).basis();
        Files.writeString(target, "edited by hand");
        TreeState before = TreeState.of(host());

        ScriptAnswer answer = run(shell).apply(script, basis);
        assertThat(answer.kind()).isEqualTo(Kind.STALE);
        assertThat(TreeState.of(host())).isEqualTo(before);
        assertThat(run(shell).apply(script, "").kind()).isEqualTo(Kind.CHANGED);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void refusesWhatStandsInTheWay(String shell) throws Exception {
        Path directory = Files.createDirectory(host().resolve("directory"));
        Path file = Files.writeString(host().resolve("file"), "");
        Path link = Files.createSymbolicLink(host().resolve("link"), file);
        Path dangling = Files.createSymbolicLink(host().resolve("dangling"), Path.of("/nowhere"));
        TreeState before = TreeState.of(host());

        assertThat(refused(shell, directory)).isEqualTo("is-folder");
        assertThat(refused(shell, link)).isEqualTo("is-link");
        assertThat(refused(shell, dangling)).isEqualTo("is-link");
        assertThat(refused(shell, Path.of("/dev/null"))).isEqualTo("is-special");
        assertThat(refused(shell, file.resolve("below"))).isEqualTo("no-folder");
        assertThat(TreeState.of(host())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void waitsForWhatAnEarlierJobMayBring(String shell) throws Exception {
        Path target = host().resolve("not/yet/there");
        Script script = copy(target, "x", FileRights.ANY);
        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.basis()).isEmpty();
        assertThat(looked.code()).isEqualTo("no-folder");
        assertThat(run(shell).apply(script, "").kind()).isEqualTo(Kind.REFUSED);

        Script owned =
                copy(host().resolve("f"), "x", FileRights.ANY.ownedBy("nobody-of-that-name", ""));
        assertThat(run(shell).look(owned).code()).isEqualTo("no-account");
        assertThat(run(shell).apply(owned, "").reason())
                .isEqualTo("There is no account nobody-of-that-name yet");
        Files.createDirectories(target.getParent());
        assertThat(run(shell).apply(script, looked.basis()).kind()).isEqualTo(Kind.CHANGED);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void leavesTheFileAloneIfItsContentArrivesCutOff(String shell) throws Exception {
        byte[] content = new byte[100_000];
        Path target = Files.writeString(host().resolve("data"), "old");
        Script whole =
                new CopyFile("f", target.toString(), FileRights.ANY)
                        .script(Parts.none().file("f", content));
        Script cut = whole.reading(new byte[99_999]);

        ScriptAnswer answer = run(shell).apply(cut);
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("incomplete");
        assertThat(target).hasContent("old");
        assertThat(names(host())).containsExactly("data");
    }

    private String refused(String shell, Path target) throws Exception {
        Script script = copy(target, "x", FileRights.ANY);
        ScriptAnswer answer = run(shell).look(script);
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.REFUSED);
        assertThat(run(shell).apply(script, "").kind()).isEqualTo(Kind.REFUSED);
        return answer.code();
    }

    private TreeState withoutInodes() throws IOException {
        TreeState state = TreeState.of(host());
        java.util.Map<String, String> entries = new java.util.TreeMap<>();
        state.entries()
                .forEach((name, seen) ->
                        entries.put(
                                name,
                                seen.replaceAll("ino=\\d+", "")
                                        .replaceAll("lastModifiedTime=[^,}]+", "")));
        return new TreeState(entries);
    }

    private static Script copy(Path target, String content, FileRights rights) {
        return new CopyFile("f", target.toString(), rights).script(file(content));
    }

    private static Parts file(String content) {
        return Parts.none().file("f", content);
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }

    private static List<String> names(Path directory) throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void chmod(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
