package dev.cadastre.cli.parcel;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.folder.ParcelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the scripts of a parcel can be read by what runs them: shells and Python, where this
 * machine has them. Nothing of them is run.
 */
public final class ScriptSyntax {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LIMIT_SECONDS = 30;
    private static final Pattern LINE = Pattern.compile("^(?:: (?:line )?|\\[)([0-9]{1,6})");
    private static final String PYTHON = "python3";
    private static final String COMPILE =
            """
            import sys
            name = sys.argv[1]
            try:
                compile(open(name, 'rb').read(), name, 'exec')
            except SyntaxError as e:
                sys.exit('%s: %d: %s' % (name, e.lineno or 0, e.msg))
            except ValueError as e:
                sys.exit('%s: %s' % (name, e))
            """;

    private ScriptSyntax() {}

    /** All scripts that cannot be read, with the line where that is known. */
    public static List<Problem> problems(ParcelArtefact artefact) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Path file = Files.createTempFile("cadastre-script", "");
        Path answer = Files.createTempFile("cadastre-answer", "");
        try {
            for (ParcelFile one : artefact.contents().files().values()) {
                if (one.executable() && one.size() <= MOST_BYTES) {
                    byte[] content = artefact.read(one.path(), MOST_BYTES).orElseThrow();
                    Files.write(file, content);
                    problem(one.path(), file, content, answer).ifPresent(problems::add);
                }
            }
        } finally {
            Files.delete(file);
            Files.delete(answer);
        }
        return problems;
    }

    private static Optional<Problem> problem(String path, Path file, byte[] content, Path answer)
            throws IOException {
        String first =
                new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("");
        List<String> command = command(first, file);
        return command.isEmpty()
                ? Optional.empty()
                : said(command, answer).map(text -> told(path, file, text));
    }

    private static List<String> command(String first, Path file) {
        if (!first.startsWith("#!")) {
            return List.of();
        }
        if (first.matches("#!.*\\bpython3?\\b.*")) {
            return List.of(PYTHON, "-c", COMPILE, file.toString());
        }
        Matcher shell = Pattern.compile("#!.*?\\b(sh|dash|bash|ksh)\\b.*").matcher(first);
        return shell.matches() ? List.of(shell.group(1), "-n", file.toString()) : List.of();
    }

    /** What it complains of; empty if it does not, or is not on this machine. */
    private static Optional<String> said(List<String> command, Path answer) throws IOException {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(answer.toFile())
                            .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("reading it takes too long");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(text(answer));
    }

    private static String text(Path answer) throws IOException {
        try (InputStream in = Files.newInputStream(answer)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    private static Problem told(String path, Path file, String text) {
        String plain = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String about = plain.replaceFirst("^.*?" + Pattern.quote(file.toString()), "");
        Matcher line = LINE.matcher(about);
        return Problem.error(
                path,
                line.find() ? Integer.parseInt(line.group(1)) : 0,
                0,
                "parcel.script-wrong",
                "it cannot be read: " + about.replaceFirst("^[^ ]*:? *(line )?[0-9]*\\]?: *", ""),
                "mend it as what runs it says");
    }
}
