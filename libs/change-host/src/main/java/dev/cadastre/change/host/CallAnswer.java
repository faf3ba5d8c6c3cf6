package dev.cadastre.change.host;

import dev.cadastre.change.script.AnswerReader;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a call of a script came to, by what it said and how its session ended. Pure. */
final class CallAnswer {

    /** The largest status of a script that ended by itself; shells add 128 to signals. */
    private static final int LAST_OWN_STATUS = 127;

    private static final int UNKNOWN_STATUS = 255;
    private static final Set<Kind> SUCCESSES = EnumSet.of(Kind.CHANGED, Kind.UNCHANGED);

    private CallAnswer() {}

    /**
     * Its answer. One that was ended from outside may have said, on its last legs, that it failed;
     * that is nothing that it came to.
     *
     * @param outcome how its session ended, as the host said; empty if it did not
     */
    static ScriptAnswer of(AnswerWord word, byte[] stdout, byte[] stderr, String outcome) {
        ScriptAnswer said = AnswerReader.read(word, stdout, stderr, status(outcome));
        boolean isWhole = status(outcome) <= LAST_OWN_STATUS || SUCCESSES.contains(said.kind());
        return isWhole || said.kind() == Kind.BROKEN ? said : cut(said);
    }

    /** Whether that is what the host is to be left in. */
    static boolean isSuccess(ScriptAnswer answer) {
        return SUCCESSES.contains(answer.kind());
    }

    private static int status(String outcome) {
        return outcome.matches("[0-9]{1,3}") ? Integer.parseInt(outcome) : UNKNOWN_STATUS;
    }

    private static ScriptAnswer cut(ScriptAnswer said) {
        return new ScriptAnswer(
                Kind.BROKEN,
                "no-answer",
                "It was ended before it came to anything, so that it is not known what it did",
                said.basis(),
                said.wishes(),
                said.differences(),
                List.of(),
                said.before(),
                said.output());
    }
}
