package dev.cadastre.server.monitoring.definition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.TestText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the test of a definition has to be. Pure. */
final class TestRules {

    private static final int LONGEST_NAME = 1_000;

    private TestRules() {}

    /** Takes a key, what is wrong with it, and what to do. */
    @FunctionalInterface
    interface Complaints {
        void add(String key, String message, String remedy);
    }

    static void check(MonitorKind kind, Draft draft, Complaints complaints) {
        @Nullable String text = draft.test();
        boolean named = draft.value(Draft.TEST).isPresent();
        if (!kind.runsTest()) {
            if (named || text != null) {
                complaints.add(
                        Draft.TEST,
                        "a %s monitor runs none".formatted(kind.word()),
                        "remove it, or make it kind test");
            }
        } else if (text == null) {
            complaints.add(
                    Draft.TEST,
                    named ? "its text is not known" : "there is none",
                    "name a file beside the estate file, or send its name and its text");
        } else {
            checkText(draft.value(Draft.TEST).orElse(""), text, complaints);
        }
    }

    private static void checkText(String name, String text, Complaints complaints) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            complaints.add(Draft.TEST, "its name is none", "use one line, such as shop-answers");
        } else if (text.isBlank()) {
            complaints.add(Draft.TEST, Quoted.of(name) + " is empty", "write what is to be run");
        } else if (text.indexOf('\0') >= 0) {
            complaints.add(
                    Draft.TEST,
                    Quoted.of(name) + " is no text",
                    "send a script, which may run a program of the host");
        } else if (size > TestText.MOST_BYTES) {
            complaints.add(
                    Draft.TEST,
                    "%s has %d bytes".formatted(Quoted.of(name), size),
                    "use at most %d bytes, for it is sent with each check"
                            .formatted(TestText.MOST_BYTES));
        }
    }
}
