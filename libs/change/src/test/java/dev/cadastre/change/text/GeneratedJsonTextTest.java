package dev.cadastre.change.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;

class GeneratedJsonTextTest {

    @Property
    void everyTextIsReadAsItWas(@ForAll String text) {
        assertThat(JsonText.text(JsonText.quoted(text))).contains(text);
        assertThat(JsonText.quoted(text).chars().noneMatch(Character::isISOControl)).isTrue();
    }

    @Property
    void oddCharactersAreReadAsTheyWere(
            @ForAll @Chars({'"', '\\', '\n', '\0', '\u007f', '\u0085', '\ud800', '\udc00', 'a'})
                    String text) {
        assertThat(JsonText.text(JsonText.quoted(text))).contains(text);
    }

    @Property
    void everyObjectOfTextsIsReadAsItWas(
            @ForAll @Size(max = 5) Map<@Size(max = 9) String, String> texts) {
        assertThat(JsonText.texts(JsonText.object(texts))).contains(new LinkedHashMap<>(texts));
    }

    @Property
    void nothingElseIsTakenForOne(
            @ForAll @Chars({'"', '{', '}', ':', ',', '\\', 'u', '0', ' ', '\n'}) String text) {
        JsonText.text(text)
                .ifPresent(read -> assertThat(JsonText.text(JsonText.quoted(read))).contains(read));
        JsonText.texts(text)
                .ifPresent(
                        read -> assertThat(JsonText.texts(JsonText.object(read))).contains(read));
    }
}
