package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrustManualTest {

    private static final Path CHAPTER = Path.of("../../docs/manual/24-trust.md");

    @Test
    void theExampleOfAnEstateFileIsRead() throws IOException {
        String chapter = Files.readString(CHAPTER);
        int start = chapter.indexOf("```ini\n") + "```ini\n".length();
        IniReading reading =
                IniParser.parse(
                        "24-trust.md", chapter.substring(start, chapter.indexOf("```", start)));

        assertThat(reading.problems()).isEmpty();
        assertThat(signer(reading.document(), "release").until())
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(signer(reading.document(), "alice").key().algorithm())
                .isEqualTo(KeyAlgorithm.ED25519);
    }

    private static Signer signer(IniDocument document, String name) throws UnusableKey {
        Section section = Objects.requireNonNull(document.section("signer " + name));
        String key = Objects.requireNonNull(section.entry("key")).rawValue();
        String until = Optional.ofNullable(section.entry("until")).map(Entry::rawValue).orElse("");
        return Signer.parse(name, key, until);
    }

    @Test
    void eachRefusalIsExplained() throws IOException {
        assertThat(Files.readString(CHAPTER))
                .contains(
                        "`parcel.unsigned`",
                        "`parcel.signer-unknown`",
                        "`parcel.signature-wrong`",
                        "`parcel.key-expired`",
                        "`parcel.statement-wrong`",
                        "`parcel.signer-not-accepted-here`");
    }
}
