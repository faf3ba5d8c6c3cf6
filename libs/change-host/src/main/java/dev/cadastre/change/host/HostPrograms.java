package dev.cadastre.change.host;

import dev.cadastre.change.archive.FolderFile;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptText;
import dev.cadastre.change.text.ShellWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are sent to a machine, and the command lines that run them there. A program is one
 * brace group, so that one that arrives cut off does nothing. Pure.
 */
final class HostPrograms {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,31}\\$?");
    private static final Pattern BASIS = Pattern.compile("[A-Za-z0-9:._+/=-]{0,200}");
    private static final int MOST_OF_LOCK = 1000;

    private static final String WORDS = read("words.sh");
    private static final String WORK = read("work.sh");
    private static final String RUN = read("run.sh");
    private static final String BUNDLE = read("bundle.sh");
    private static final String CONTENT = read("content.sh");
    private static final String LOCAL = read("local.sh");
    private static final String LOOP = read("loop.sh");
    private static final String WORD = "host_word=$1\nshift\n";
    private static final String WORK_STREAMED = "host_work_streamed \"$@\"\n";
    private static final String STREAMED = WORD + WORK_STREAMED;

    private final String shell;
    private final String words;

    /**
     * For machines that have this shell.
     *
     * @param shell {@code /bin/sh}, but for tests
     */
    HostPrograms(String shell) {
        this.shell = shell;
        this.words = "host_sh=" + ShellWords.quoted(shell) + "\n" + WORDS;
    }

    /** The word of a trip, and the prompt that sudo is told to use in it. */
    record Tokens(AnswerWord word, String prompt) {

        /** New ones that nobody can guess. */
        static Tokens random() {
            String prompt = AnswerWord.random().text();
            return new Tokens(AnswerWord.random(), "(" + prompt + ")");
        }
    }

    /** What a script is called by on a host. */
    static String id(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Whether a bundle can have that name. */
    static boolean isName(String bundle) {
        return NAME.matcher(bundle).matches();
    }

    static boolean isAccount(String account) {
        return ACCOUNT.matcher(account).matches();
    }

    static boolean isBasis(String basis) {
        return BASIS.matcher(basis).matches();
    }

    /** Runs a program that comes first on standard input, by whatever the login shell is. */
    String line(byte[] program, String... arguments) {
        return "exec %s -c 'eval \"$(dd bs=%d count=1 iflag=fullblock 2>/dev/null || dd bs=1 count=%d 2>/dev/null)\"' sh %s"
                .formatted(
                        shell,
                        program.length,
                        program.length,
                        ShellWords.joined(List.of(arguments)))
                .strip();
    }

    /** Runs command lines that follow, for as long as somebody can send one. */
    byte[] loop(AnswerWord word) {
        return program(assigned("word", word.text()), LOOP);
    }

    /**
     * Looks, and leaves nothing behind.
     *
     * @param limit after which looks are ended there
     */
    byte[] look(
            Bundle bundle,
            Map<Integer, AnswerWord> looks,
            Tokens tokens,
            Duration limit,
            boolean onTerminal) {
        return program(
                words,
                "host_name=\n",
                BUNDLE,
                tokens(tokens),
                scripts(bundle, looks, limit, onTerminal),
                "host_look_all\nhost_say done ''\n");
    }

    /**
     * Takes the lock, writes what is missing, and looks.
     *
     * @param opened names this opening, so that calls of earlier ones are not heeded any more
     * @param limit after which looks are ended there
     */
    byte[] open(
            Bundle bundle,
            Lock lock,
            Map<Integer, AnswerWord> looks,
            Tokens tokens,
            String opened,
            Duration limit,
            boolean onTerminal) {
        return program(
                words,
                "host_name=" + ShellWords.quoted(bundle.name()) + "\n",
                BUNDLE,
                tokens(tokens),
                assigned("run", oneLine(lock.run())),
                assigned("lock", text(lock)),
                assigned("opened", opened),
                assigned("running", RUN),
                scripts(bundle, looks, limit, onTerminal),
                "host_open\n");
    }

    byte[] release(String bundle, String run, Tokens tokens) {
        return program(
                words,
                "host_name=" + ShellWords.quoted(bundle) + "\n",
                BUNDLE,
                tokens(tokens),
                assigned("run", oneLine(run)),
                "host_release\n");
    }

    /** Tells of all bundles. */
    byte[] list(Tokens tokens) {
        return ofContent("", tokens, "host_list\n");
    }

    /** Passes on what lies in a bundle. */
    byte[] pull(String bundle, Tokens tokens) {
        return ofContent(bundle, tokens, "host_pull\n");
    }

    /** Puts files into a bundle of that run; their contents follow, in order. */
    byte[] put(String bundle, String run, List<FolderFile> files, Tokens tokens) {
        StringBuilder text = new StringBuilder(assigned("run", run)).append("host_begin_put\n");
        for (FolderFile file : files) {
            text.append("host_check_path ").append(ShellWords.quoted(file.path())).append('\n');
        }
        int number = 0;
        for (FolderFile file : files) {
            text.append("host_receive %d %d\n".formatted(++number, file.size()));
        }
        text.append("host_refuse_busy\n");
        number = 0;
        for (FolderFile file : files) {
            text.append("host_place %d ".formatted(++number))
                    .append(ShellWords.quoted(file.path()))
                    .append(file.executable() ? " yes\n" : " ''\n");
        }
        return ofContent(bundle, tokens, text + "host_end_put\n");
    }

    private byte[] ofContent(String bundle, Tokens tokens, String asked) {
        return program(
                words,
                "host_name=" + ShellWords.quoted(bundle) + "\n",
                BUNDLE,
                CONTENT,
                tokens(tokens),
                asked);
    }

    /** Calls a script of a bundle that is open. */
    String call(String bundle, Call call) {
        return "exec %s \"$HOME\"/.cadastre/bundles/%s/run.sh %s"
                .formatted(
                        shell,
                        bundle,
                        ShellWords.joined(
                                List.of(
                                        id(call.script().number()),
                                        call.tokens().word().text(),
                                        call.basis().isEmpty() ? "-" : call.basis(),
                                        seconds(call.script().limit()),
                                        call.opened(),
                                        call.mode().word(),
                                        account(call.script()),
                                        call.tokens().prompt(),
                                        call.onTerminal()
                                                ? "" + call.script().script().payload().size()
                                                : "")));
    }

    /**
     * A call of a script.
     *
     * @param opened names the opening
     * @param mode how its account is become
     */
    record Call(
            BundledScript script,
            String basis,
            Tokens tokens,
            String opened,
            Mode mode,
            boolean onTerminal) {}

    private static String account(BundledScript script) {
        return script.as() == null ? "" : script.as();
    }

    /**
     * The program that runs a script of the standard input as the account that connects.
     *
     * @param note where it writes down that it is at work, unless it is already; null for nowhere
     */
    byte[] streamed(@Nullable Path note) {
        return program(words, WORK, WORD, noted(note), WORK_STREAMED);
    }

    private static String noted(@Nullable Path note) {
        return note == null ? "" : LOCAL + "host_note " + ShellWords.quoted(note.toString()) + "\n";
    }

    /** Tells which of those are at work that have written that down. */
    byte[] notes(Map<Integer, Path> notes, Tokens tokens) {
        StringBuilder told = new StringBuilder();
        notes.forEach((number, note) ->
                told.append("host_tell_note ")
                        .append(id(number))
                        .append(' ')
                        .append(ShellWords.quoted(note.toString()))
                        .append('\n'));
        return program(words, LOCAL, tokens(tokens), told.toString(), "host_say done ''\n");
    }

    /** What follows a {@link #streamed} program, but for the payload. */
    static byte[] script(Script script) {
        return ScriptText.whole(script).getBytes(StandardCharsets.UTF_8);
    }

    /** What a {@link #streamed} program is called with to run another one for so long. */
    static String[] watching(Tokens tokens, byte[] program, Duration limit) {
        return new String[] {tokens.word().text(), "" + program.length, seconds(limit)};
    }

    /** What it is called with. */
    static String[] streamedArguments(
            AnswerWord word, byte[] script, Duration limit, String basis) {
        return new String[] {
            word.text(),
            "" + script.length,
            seconds(limit),
            "apply",
            word.text(),
            basis.isEmpty() ? "-" : basis
        };
    }

    /**
     * The program that runs another one as another account.
     *
     * @param streamed the other one, which follows on standard input, and after it what that reads
     * @param most how many bytes follow, where their end cannot be seen; empty if it can
     * @param note as for {@link #streamed}
     * @param arguments of the other one
     */
    byte[] streamedAs(
            String account,
            Tokens tokens,
            byte[] streamed,
            String most,
            @Nullable Path note,
            String... arguments) {
        String size = "" + streamed.length;
        return program(
                words,
                tokens(tokens),
                "host_find_mode " + ShellWords.quoted(account) + "\n",
                "[ $host_mode != missing ] || host_no_account " + ShellWords.quoted(account) + "\n",
                "host_say account \"$host_mode " + account + "\"\n",
                "[ $host_mode != terminal ] || host_refuse needs-terminal",
                " 'sudo wants a terminal, and there is none to give'\n",
                noted(note),
                "{ [ $host_mode != password ] || host_passwords || exit 1; ",
                most.isEmpty() ? "cat" : "head -c " + most,
                "; } |",
                " host_elevated $host_mode " + ShellWords.quoted(account),
                " 'eval \"$(dd bs=" + size + " count=1 iflag=fullblock 2>/dev/null",
                " || dd bs=1 count=" + size + " 2>/dev/null)\"' ",
                ShellWords.joined(List.of(arguments)),
                "\n");
    }

    /** Ends the session of a script; as another account if its own needs that. */
    byte[] end(String session) {
        return program(words, WORK, "host_end_session " + Long.parseLong(session) + "\n");
    }

    private static String tokens(Tokens tokens) {
        return "host_word=%s\nhost_prompt='%s'\n".formatted(tokens.word().text(), tokens.prompt());
    }

    private String scripts(
            Bundle bundle, Map<Integer, AnswerWord> looks, Duration limit, boolean onTerminal) {
        StringBuilder text = new StringBuilder();
        StringBuilder ids = new StringBuilder();
        Collection<String> accounts = new TreeSet<>();
        for (BundledScript script : bundle.scripts()) {
            String id = id(script.number());
            AnswerWord look = looks.get(script.number());
            ids.append(ids.length() == 0 ? "" : " ").append(id);
            text.append(assigned("script_" + id, ScriptText.body(script.script())));
            text.append(assigned("as_" + id, account(script)));
            text.append(assigned("look_" + id, look == null ? "" : look.text()));
            if (look != null && script.as() != null) {
                accounts.add(script.as());
            }
        }
        return text
                + assigned("words", words)
                + assigned("work", WORK)
                + assigned("streaming", STREAMED)
                + assigned("seconds", seconds(limit))
                + assigned("ids", ids.toString())
                + assigned("accounts", String.join(" ", accounts))
                + assigned("on_terminal", onTerminal ? "yes" : "")
                + assigned("prelude", ScriptText.prelude());
    }

    private static String assigned(String name, String value) {
        return "host_" + name + "=" + ShellWords.quoted(value) + "\n";
    }

    private static String text(Lock lock) {
        return "run %s\nwho %s\nsince %s\nmessage %s\n"
                .formatted(
                        oneLine(lock.run()),
                        oneLine(lock.who()),
                        lock.since() == null ? "" : lock.since(),
                        oneLine(lock.message()));
    }

    /** A line of a lock, which is 4096 bytes at most as a whole. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST_OF_LOCK ? line : line.substring(0, MOST_OF_LOCK / 4) + "…";
    }

    private static String seconds(Duration limit) {
        return "" + Math.max(1, limit.plusMillis(999).toSeconds());
    }

    private static byte[] program(String... parts) {
        return ("{\n" + String.join("", parts) + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String name) {
        try (InputStream in = HostPrograms.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the library's jar", e);
        }
    }
}
