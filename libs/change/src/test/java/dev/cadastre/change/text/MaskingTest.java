package dev.cadastre.change.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    private static final String SECRET = "it's a \"pass/word\"&+";

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void leavesTextWithoutSecretsAsItIs() {
        assertThat(Masking.NONE.masked("anything")).isEqualTo("anything");
        assertThat(Masking.of(List.of("", "hidden")).masked("hidde n")).isEqualTo("hidde n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain,            it's a \"pass/word\"&+",
                "in single quotes, 'it'\\''s a \"pass/word\"&+'",
                "in double quotes, \"it's a \\\"pass/word\\\"&+\"",
                "quoted by signs,  it\\'s\\ a\\ \\\"pass/word\\\"\\&+",
                "in JSON,          {\"p\":\"it's a \\\"pass\\/word\\\"\\u0026+\"}",
                "in XML,           <p>it&#39;s a &quot;pass/word&quot;&amp;+</p>",
                "in a form,        p=it%27s+a+%22pass%2Fword%22%26%2B&q=1",
                "in a path,        /it%27s%20a%20%22pass%2fword%22&+/x",
            })
    void findsHowASecretIsSpelled(String where, String text) {
        String masked = Masking.of(List.of(SECRET)).masked(text);

        assertThat(masked).as(where).contains(Masking.MASK).doesNotContain("pass", "word");
    }

    @Test
    void findsSecretsInBase64AtAnyOffset() {
        Masking masking = Masking.of(List.of("correct horse battery staple"));
        for (String before : List.of("", "u", "us", "user:", "someone:")) {
            for (String after : List.of("", "\n", " and more")) {
                String text = encoded(before + "correct horse battery staple" + after);

                String masked = masking.masked("<" + text + ">");

                assertThat(masked).contains(Masking.MASK);
                // Of the characters at the ends a few bits may be of the secret.
                assertThat(masked.length())
                        .isLessThanOrEqualTo(
                                encoded(before).length() + encoded(after).length() + 14);
            }
        }
    }

    @Test
    void findsBase64ThatIsBrokenIntoLinesOrPutIntoAnAddress() {
        String secret = "\u00ff\u00fe>>>???~~~ and so on";
        String plain = encoded(secret);
        String wrapped =
                plain.substring(0, 7)
                        + "\n"
                        + plain.substring(7, 20)
                        + "\r\n"
                        + plain.substring(20);
        String url = Base64.getUrlEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        String form = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        for (String text : List.of(plain, wrapped, url, form)) {
            assertThat(Masking.of(List.of(secret)).masked("a " + text + " b"))
                    .isEqualTo("a " + Masking.MASK + " b");
        }
    }

    @Test
    void findsSecretsOfManyLines() {
        String secret = "-----BEGIN-----\nabc\tdef\n-----END-----\n";
        Masking masking = Masking.of(List.of(secret));

        assertThat(masking.masked("x" + secret + "y")).isEqualTo("x" + Masking.MASK + "y");
        assertThat(masking.masked("x" + secret.replace("\n", "\r\n") + "y"))
                .isEqualTo("x" + Masking.MASK + "y");
        assertThat(masking.masked(secret.replace("\n", "\\n").replace("\t", "\\t")))
                .isEqualTo(Masking.MASK);
    }

    @Test
    void leavesNothingOfSecretsThatOverlap() {
        assertThat(Masking.of(List.of("abcd", "cdef")).masked("-abcdef-"))
                .isEqualTo("-" + Masking.MASK + "-");
        assertThat(Masking.of(List.of("abc", "abcdef")).masked("-abcdef-"))
                .isEqualTo("-" + Masking.MASK + "-");
    }

    @Test
    void takesNoTimeForSecretsThatCanBeReadInManyWays() {
        String secret = "\\".repeat(40) + "x";

        assertThat(Masking.of(List.of(secret)).masked("\\".repeat(200)))
                .isEqualTo("\\".repeat(200));
    }

    @Test
    void doesNotTellSecretsItself() {
        assertThat(Masking.of(List.of("hidden"))).hasToString("Masking[1 secrets]");
    }

    @Test
    void findsASecretThatIsGivenWhileTextComes() {
        Masking[] masking = {Masking.NONE};
        MaskedStream stream = new MaskedStream(() -> masking[0]);

        String text = stream.next("Password: ");
        masking[0] = masking[0].and("hidden");
        text += stream.next("hid") + stream.next("den\n") + stream.end();

        assertThat(text).isEqualTo("Password: " + Masking.MASK + "\n");
    }

    @Test
    void holdsBackOnlyWhatMayBeASecret() {
        MaskedStream stream = new MaskedStream(() -> Masking.of(List.of("hidden")));

        assertThat(stream.next("a hi")).isEqualTo("a ");
        assertThat(stream.next("t")).isEqualTo("hit");
        assertThat(stream.next("hidde")).isEmpty();
        assertThat(stream.end()).isEqualTo("hidde");
    }

    @Property
    void isTheSameHoweverTextIsCut(
            @ForAll("secrets") List<String> secrets, @ForAll("pieces") List<String> pieces) {
        Masking masking = Masking.of(secrets);
        MaskedStream stream = new MaskedStream(() -> masking);
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(stream.next(piece)));
        text.append(stream.end());

        assertThat(text).hasToString(masking.masked(String.join("", pieces)));
    }

    @Property
    void leavesNoSecretIn(
            @ForAll("secrets") List<String> secrets, @ForAll("pieces") List<String> pieces) {
        String masked = Masking.of(secrets).masked(String.join("", pieces));

        for (String secret : secrets) {
            assertThat(masked.replace(Masking.MASK, "|")).doesNotContain(secret);
        }
    }

    @Property
    void leavesTextWithoutAnyOfItsSpellings(@ForAll String text) {
        assertThat(Masking.of(List.of("\u2603\u2603\u2603")).masked(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<List<String>> secrets() {
        return Arbitraries.strings()
                .withChars("ab'\\ %+")
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.strings().withChars("ab'\\ %+27\nYWI=").ofMaxLength(6).list();
    }
}
