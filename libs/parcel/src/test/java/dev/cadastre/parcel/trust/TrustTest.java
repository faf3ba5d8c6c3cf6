package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TrustTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final SigningKey RELEASE = key(KeyAlgorithm.ED25519);
    private static final SigningKey ALICE = key(KeyAlgorithm.ECDSA_P256);
    private static final SigningKey OLD = key(KeyAlgorithm.ED25519);
    private static final SigningKey STRANGER = key(KeyAlgorithm.ED25519);
    private static final Descriptor PARCEL = manifest("guestbook");
    private static final Statement STATEMENT =
            Statement.of(
                    PARCEL,
                    "guestbook",
                    "2.0.1",
                    Provenance.of("https://ci.example.com", NOW, NOW.plusSeconds(3)));
    private static final Trust TRUST =
            Trust.of(
                    List.of(
                            new Signer("release", RELEASE.verificationKey(), null),
                            new Signer("alice", ALICE.verificationKey(), NOW.plusSeconds(1)),
                            new Signer("old", OLD.verificationKey(), NOW)),
                    Map.of(
                            "qa", Set.of("release", "alice", "old"),
                            "prod", Set.of("release")));
    private static final byte[] SIGNED = signed(STATEMENT, RELEASE);

    private static SigningKey key(KeyAlgorithm algorithm) {
        return SigningKey.generate(algorithm, new SecureRandom());
    }

    private static Descriptor manifest(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Descriptor.of(Manifest.MEDIA_TYPE, Digests.of(bytes), bytes.length);
    }

    private static byte[] signed(Statement statement, SigningKey... keys) {
        return Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), List.of(keys)).bytes();
    }

    private static Decision decide(String environment, byte[]... envelopes) {
        return TRUST.decide(PARCEL, "guestbook", "2.0.1", List.of(envelopes), environment, NOW);
    }

    private static List<String> codes(Decision decision) {
        return decision.problems().stream().map(Problem::code).toList();
    }

    @Test
    void acceptsWhatOneWhoIsTrustedSigned() {
        Decision decision = decide("prod", SIGNED);

        assertThat(decision.isAccepted()).isTrue();
        assertThat(decision.problems()).isEmpty();
        assertThat(decision.acceptances().get(0).signer().name()).isEqualTo("release");
        assertThat(decision.acceptances().get(0).statement()).isEqualTo(STATEMENT);
    }

    @Test
    void refusesWhatNobodySigned() {
        Decision decision = decide("prod");

        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "guestbook:2.0.1: error: nobody signed it; let somebody sign it who is trusted"
                                + " in prod [parcel.unsigned]");
    }

    @Test
    void tellsWhatIsWrongWithEachSignature() {
        byte[] broken = "{}".getBytes(StandardCharsets.UTF_8);
        Statement other =
                Statement.of(manifest("other"), "guestbook", "2.0.1", STATEMENT.provenance());

        Decision decision =
                decide(
                        "prod",
                        broken,
                        signed(STATEMENT, STRANGER),
                        signed(STATEMENT, ALICE),
                        signed(STATEMENT, OLD),
                        signed(other, RELEASE));

        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.problems())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly(
                        "parcel.signature-wrong signature 1 is no envelope: payloadType is missing,"
                                + " or no text of at most 256 characters",
                        "parcel.signer-unknown signature 2 is by the key '"
                                + STRANGER.verificationKey().keyId().substring(0, 60)
                                + "…', which nobody here knows",
                        "parcel.signer-not-accepted-here signature 3 is by alice, who is not trusted"
                                + " in prod",
                        "parcel.key-expired signature 4 is by old, whose key is accepted until"
                                + " 2026-11-22T20:00:00Z only",
                        "parcel.statement-wrong signature 5 by release is not of this parcel: it is"
                                + " about 'guestbook:2.0.1' with the digest "
                                + manifest("other").digest());
    }

    @Test
    void acceptsByOneOfSeveral() {
        Decision several =
                decide("prod", signed(STATEMENT, STRANGER), signed(STATEMENT, ALICE, RELEASE));

        assertThat(several.isAccepted()).isTrue();
        assertThat(several.acceptances()).hasSize(1);
        assertThat(codes(several))
                .containsExactly("parcel.signer-unknown", "parcel.signer-not-accepted-here");
    }

    @Test
    void acceptsUntilTheKeyExpires() {
        byte[] byAlice = signed(STATEMENT, ALICE);

        assertThat(decide("qa", byAlice).isAccepted()).isTrue();
        Decision later =
                TRUST.decide(
                        PARCEL, "guestbook", "2.0.1", List.of(byAlice), "qa", NOW.plusSeconds(1));
        assertThat(codes(later)).containsExactly("parcel.key-expired");
    }

    @Test
    void trustsNobodyWhereNothingIsSaid() {
        assertThat(codes(decide("dev", SIGNED))).containsExactly("parcel.signer-not-accepted-here");
    }

    @Test
    void refusesAnotherNameVersionOrManifest() {
        List<byte[]> envelopes = List.<byte[]>of(SIGNED);

        assertThat(codes(TRUST.decide(PARCEL, "guestbook", "2.0.2", envelopes, "prod", NOW)))
                .containsExactly("parcel.statement-wrong");
        assertThat(codes(TRUST.decide(PARCEL, "gästebuch", "2.0.1", envelopes, "prod", NOW)))
                .containsExactly("parcel.statement-wrong");
        assertThat(codes(TRUST.decide(manifest("x"), "guestbook", "2.0.1", envelopes, "prod", NOW)))
                .containsExactly("parcel.statement-wrong");
    }

    @Test
    void refusesWhatIsSignedAsSomethingElse() {
        byte[] text = Envelope.sign("text/plain", STATEMENT.bytes(), List.of(RELEASE)).bytes();
        byte[] noStatement =
                Envelope.sign(Statement.PAYLOAD_TYPE, new byte[] {'7'}, List.of(RELEASE)).bytes();

        assertThat(codes(decide("prod", text, noStatement)))
                .containsExactly("parcel.statement-wrong", "parcel.statement-wrong");
    }

    @Test
    void refusesASignatureOfOneKeyThatClaimsToBeOfAnother() throws Exception {
        Envelope envelope = Envelope.read(signed(STATEMENT, STRANGER));
        String value = envelope.signatures().get(0).value();

        for (String claimed : List.of(RELEASE.verificationKey().keyId(), "")) {
            Envelope forged =
                    new Envelope(
                            envelope.payloadType(),
                            envelope.payload(),
                            List.of(new Envelope.Signature(claimed, value)));
            assertThat(codes(decide("prod", forged.bytes())))
                    .containsExactly(
                            claimed.isEmpty() ? "parcel.signer-unknown" : "parcel.signature-wrong");
        }
    }

    @Test
    void findsTheKeyOfASignatureThatDoesNotNameIt() throws Exception {
        Envelope envelope = Envelope.read(SIGNED);
        Envelope nameless =
                new Envelope(
                        envelope.payloadType(),
                        envelope.payload(),
                        List.of(new Envelope.Signature("", envelope.signatures().get(0).value())));

        assertThat(decide("prod", nameless.bytes()).acceptances())
                .isEqualTo(decide("prod", SIGNED).acceptances());
    }

    @Test
    void looksAtSoManySignaturesOnly() {
        List<byte[]> many =
                new ArrayList<>(Collections.nCopies(Judgement.MOST_ENVELOPES, new byte[0]));
        many.add(SIGNED);

        Decision decision = TRUST.decide(PARCEL, "guestbook", "2.0.1", many, "prod", NOW);

        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.problems()).hasSize(Judgement.MOST_ENVELOPES + 1);
    }

    /** Of an envelope only the name of the key may change without that being noticed. */
    @Property(tries = 5_000)
    void noticesEachAlteredByte(
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] altered = SIGNED.clone();
        int at = place % altered.length;
        altered[at] ^= (byte) by;

        Decision decision = decide("prod", altered);

        if (decision.isAccepted()) {
            assertThat(decision.acceptances()).isEqualTo(decide("prod", SIGNED).acceptances());
            assertThat(new String(altered, StandardCharsets.ISO_8859_1))
                    .doesNotContain("\"keyid\"");
        } else {
            assertThat(decision.problems()).hasSize(1);
        }
    }

    @Property(tries = 200)
    void noticesWhatIsCutOff(@ForAll @IntRange(max = 100_000) int length) {
        byte[] cut = Arrays.copyOf(SIGNED, length % SIGNED.length);

        assertThat(codes(decide("prod", cut))).containsExactly("parcel.signature-wrong");
    }

    @Test
    void readsSignersAsEstateFilesHaveThem() throws UnusableKey {
        String line = RELEASE.verificationKey().line();

        assertThat(Signer.parse("release", line, "2027-01-01"))
                .isEqualTo(
                        new Signer(
                                "release",
                                RELEASE.verificationKey(),
                                Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(Signer.parse("release", RELEASE.verificationKey().pem(), ""))
                .isEqualTo(new Signer("release", RELEASE.verificationKey(), null));
        assertThatThrownBy(() -> Signer.parse("release", line, "tomorrow"))
                .hasMessage("It is no day such as 2027-01-01: tomorrow");
    }
}
