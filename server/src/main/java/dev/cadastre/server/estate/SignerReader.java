package dev.cadastre.server.estate;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.trust.Signer;
import dev.cadastre.parcel.trust.UnusableKey;
import dev.cadastre.parcel.trust.VerificationKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands the sections of signers, and whom environments trust. */
final class SignerReader {

    private final Sections sections;
    private final Values values;
    private final Problems problems;

    SignerReader(Sections sections, Values values, Problems problems) {
        this.sections = sections;
        this.values = values;
        this.problems = problems;
    }

    /** Those that can be used, by name, in the order of the file. */
    Map<String, DeclaredSigner> read() {
        Map<String, DeclaredSigner> signers = new LinkedHashMap<>();
        sections.all(SectionKind.SIGNER)
                .forEach((name, level) -> {
                    DeclaredSigner signer = signer(name, level);
                    if (signer != null) {
                        signers.put(name, signer);
                    }
                });
        return signers;
    }

    private @Nullable DeclaredSigner signer(String name, Level level) {
        String scope = SectionKind.SIGNER.section(name);
        Instant until =
                own(level, Keys.UNTIL) ? values.read(scope, Keys.UNTIL, SignerReader::day) : null;
        if (!own(level, Keys.KEY)) {
            problems.error(
                    level.section().line(),
                    1,
                    "estate.signer-without-key",
                    "[%s] has no key".formatted(scope),
                    "add the public key in one line, as `cadastre parcel key` prints it");
            return null;
        }
        VerificationKey key = values.read(scope, Keys.KEY, SignerReader::key);
        return key == null
                ? null
                : new DeclaredSigner(new Signer(name, key, until), level.origin());
    }

    /** What stands in DEFAULT is for hosts. */
    private static boolean own(Level level, String key) {
        return level.binding(key) != null;
    }

    private static Checked<VerificationKey> key(String text) {
        try {
            // INI joins the lines of a PEM text as they were.
            return new Checked.Valid<>(VerificationKey.parse(text));
        } catch (UnusableKey e) {
            return new Checked.Invalid<>(
                    Quoted.of(text) + " is no public key: " + e.getMessage(),
                    "write what `cadastre parcel key` or a cosign.pub has between its first and last"
                            + " line");
        }
    }

    private static Checked<Instant> day(String text) {
        try {
            return new Checked.Valid<>(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return new Checked.Invalid<>(
                    Quoted.of(text) + " is no day",
                    "write the first day without it, as in 2027-01-31");
        }
    }

    /**
     * Whose signatures an environment takes.
     *
     * @return null where nothing is said
     */
    @Nullable List<String> trusted(String scope) {
        return values.read(
                scope,
                Keys.TRUST,
                text -> {
                    List<String> names = Words.of(text);
                    return names.stream()
                            .filter(name -> sections.find(SectionKind.SIGNER, name) == null)
                            .findFirst()
                            .<Checked<List<String>>>map(name ->
                                    new Checked.Invalid<>(
                                            Quoted.of(name) + " is not a signer that is defined",
                                            Suggestion.of(SectionKind.SIGNER, name, sections)))
                            .orElseGet(() -> new Checked.Valid<>(names));
                });
    }
}
