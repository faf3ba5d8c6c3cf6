package dev.cadastre.cli;

import dev.cadastre.cli.session.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes the manual pages of section 1 out of what the verbs say of themselves: one of {@code
 * cadastre} and one of each verb, with those below it. Packages are built with them.
 */
final class ManualPages {

    private ManualPages() {}

    /** usage: ManualPages FOLDER */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".1"), page.getValue());
        }
    }

    /** Each page by its name. */
    static Map<String, String> pages() {
        CommandLine all = new Verbs(nowhere()).everything();
        return Stream.concat(Stream.of(all), shown(all))
                .collect(Collectors.toMap(ManualPages::name, ManualPages::page));
    }

    /** Describing asks for nothing. */
    private static Surroundings nowhere() {
        var none = new PrintStream(OutputStream.nullOutputStream());
        return new Surroundings(
                Map.of(),
                Path.of("/"),
                InputStream.nullInputStream(),
                none,
                none,
                false,
                false,
                false,
                Clock.systemUTC(),
                () -> {},
                new TerminalKeyboard());
    }

    private static Stream<CommandLine> shown(CommandLine command) {
        return command.getSubcommands().values().stream()
                .distinct()
                .filter(one -> !one.getCommandSpec().usageMessage().hidden());
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private static String page(CommandLine command) {
        String name = name(command);
        CommandSpec root = command.getCommandSpec().root();
        boolean top = command.getParent() == null;
        return ".TH %s 1 \"\" \"%s\" \"Cadastre\"\n"
                        .formatted(escape(name.toUpperCase(Locale.ROOT)), escape(root.version()[0]))
                + ".SH NAME\n%s \\- %s\n".formatted(escape(name), escape(summary(command)))
                + ".SH SYNOPSIS\n"
                + synopsis(command)
                + description(command)
                + options(command)
                + (top
                        ? verbs(command)
                        : shown(command).map(ManualPages::below).collect(Collectors.joining()))
                + (top ? statuses(command) : "")
                + footer(command)
                + (top ? "" : ".SH SEE ALSO\n.BR cadastre (1)\n");
    }

    private static String below(CommandLine command) {
        return ".SH %s\n"
                        .formatted(
                                escape(
                                        command.getCommandSpec()
                                                .qualifiedName()
                                                .toUpperCase(Locale.ROOT)))
                + synopsis(command)
                + paragraphs(command.getCommandSpec().usageMessage().description())
                + arguments(command)
                + example(command)
                + shown(command).map(ManualPages::below).collect(Collectors.joining());
    }

    private static String summary(CommandLine command) {
        String[] lines = command.getCommandSpec().usageMessage().description();
        String first = lines.length == 0 ? "" : lines[0];
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private static String synopsis(CommandLine command) {
        return ".nf\n" + escape(command.getHelp().synopsis(0).strip()) + "\n.fi\n";
    }

    private static String description(CommandLine command) {
        return ".SH DESCRIPTION\n"
                + paragraphs(command.getCommandSpec().usageMessage().description());
    }

    private static String paragraphs(String... lines) {
        return Stream.of(lines)
                .map(line -> ".PP\n" + escape(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String options(CommandLine command) {
        String arguments = arguments(command);
        return arguments.isEmpty() ? "" : ".SH OPTIONS\n" + arguments;
    }

    private static String arguments(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Stream<String> parameters =
                spec.positionalParameters().stream()
                        .filter(one -> !one.hidden())
                        .map(one -> item(emphasis(one.paramLabel()), one));
        Stream<String> options =
                spec.options().stream()
                        .filter(one -> !one.hidden())
                        .map(one ->
                                item(
                                        Stream.of(one.names())
                                                        .map(name -> "\\fB" + escape(name) + "\\fR")
                                                        .collect(Collectors.joining(", "))
                                                + (one.arity().max() == 0
                                                        ? ""
                                                        : " " + emphasis(one.paramLabel())),
                                        one));
        return Stream.concat(parameters, options).collect(Collectors.joining());
    }

    private static String item(String term, ArgSpec argument) {
        return ".TP\n" + term + "\n" + escape(String.join(" ", argument.description())) + "\n";
    }

    private static String emphasis(String text) {
        return "\\fI" + escape(text) + "\\fR";
    }

    private static String verbs(CommandLine command) {
        return ".SH VERBS\n"
                + shown(command)
                        .map(one ->
                                ".TP\n\\fB%s\\fR(1)\n%s\n"
                                        .formatted(escape(name(one)), escape(summary(one))))
                        .collect(Collectors.joining());
    }

    private static String statuses(CommandLine command) {
        return ".SH EXIT STATUS\n"
                + command.getCommandSpec().usageMessage().exitCodeList().entrySet().stream()
                        .map(one ->
                                ".TP\n%s\n%s\n"
                                        .formatted(
                                                escape(one.getKey().strip()),
                                                escape(one.getValue())))
                        .collect(Collectors.joining());
    }

    private static String footer(CommandLine command) {
        String example = example(command);
        return example.isEmpty() ? "" : ".SH EXAMPLES\n" + example;
    }

    private static String example(CommandLine command) {
        List<String> lines =
                Stream.of(command.getCommandSpec().usageMessage().footer())
                        .filter(line -> !line.isBlank())
                        .toList();
        return lines.isEmpty()
                ? ""
                : ".PP\n.nf\n"
                        + lines.stream()
                                .map(line -> escape(line) + "\n")
                                .collect(Collectors.joining())
                        + ".fi\n";
    }

    /** Text that troff takes as such, on however many lines it has. */
    private static String escape(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .lines()
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
