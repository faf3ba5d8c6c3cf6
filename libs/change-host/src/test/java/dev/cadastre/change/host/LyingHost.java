package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host that answers to the word that it is given, and means no good. */
final class LyingHost implements Shell {

    private static final Pattern WORD = Pattern.compile("(?m)^host_word=([0-9a-f]+)$");

    private final byte[] content;
    private final boolean endless;

    private LyingHost(byte[] content, boolean endless) {
        this.content = content;
        this.endless = endless;
    }

    /** One that passes on these bytes for a bundle's files. */
    static LyingHost sending(byte[] content) {
        return new LyingHost(content, false);
    }

    /** One that never stops, unless nobody listens any more. */
    static LyingHost withoutEnd() {
        return new LyingHost(new byte[1 << 20], true);
    }

    @Override
    public Ended execute(Call call) {
        AtomicBoolean left = new AtomicBoolean();
        StringBuilder read = new StringBuilder();
        call.dialogue()
                .begun(
                        new Input() {
                            @Override
                            public void write(byte[] bytes) {
                                read.append(new String(bytes, UTF_8));
                            }

                            @Override
                            public void end() {}

                            @Override
                            public void letGo() {
                                left.set(true);
                            }
                        });
        Matcher word = WORD.matcher(read);
        if (!word.find()) {
            return new Lost("no word came");
        }
        String says = "\n@" + word.group(1) + " ";
        say(call, (says + "bundle shop\n" + says + "content \n").getBytes(UTF_8));
        say(call, content);
        while (endless && !left.get()) {
            say(call, content);
        }
        say(call, (says + "content-end 0\n" + says + "done \n").getBytes(UTF_8));
        return left.get() ? new LetGo(false) : new Exited(0);
    }

    private static void say(Call call, byte[] bytes) {
        call.dialogue().output(bytes, 0, bytes.length);
    }
}
