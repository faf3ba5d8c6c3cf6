package dev.cadastre.parcel.trust;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.trust.Decision.Acceptance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One decision. Nothing of an envelope is believed before a known key verified it. */
final class Judgement {

    /** More than these nobody needs, and each costs time. */
    static final int MOST_ENVELOPES = 32;

    private final Trust trust;
    private final Descriptor manifest;
    private final String name;
    private final String version;
    private final String environment;
    private final Instant now;
    private final List<Acceptance> acceptances = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Judgement(
            Trust trust,
            Descriptor manifest,
            String name,
            String version,
            String environment,
            Instant now) {
        this.trust = trust;
        this.manifest = manifest;
        this.name = name;
        this.version = version;
        this.environment = environment;
        this.now = now;
    }

    Decision of(List<byte[]> envelopes) {
        if (envelopes.isEmpty()) {
            problem(
                    "parcel.unsigned",
                    "nobody signed it",
                    "let somebody sign it who is trusted in " + environment);
        }
        int number = 1;
        for (byte[] envelope : envelopes) {
            if (number > MOST_ENVELOPES) {
                problem(
                        "parcel.signature-wrong",
                        "there are %d signatures of it; those behind the first %d were not looked at"
                                .formatted(envelopes.size(), MOST_ENVELOPES),
                        "take away those that nobody needs");
                break;
            }
            judge(number++, envelope);
        }
        return new Decision(acceptances, problems);
    }

    private void problem(String code, String message, String remedy) {
        problems.add(Problem.error(name + ":" + version, 0, 0, code, message, remedy));
    }

    private void judge(int number, byte[] json) {
        try {
            Envelope envelope = Envelope.read(json);
            byte[] signed = envelope.signed();
            for (Envelope.Signature signature : envelope.signatures()) {
                judge(number, envelope, signed, signature);
            }
        } catch (MalformedJson e) {
            wrong(number, "is no envelope: " + e.getMessage());
        }
    }

    private void wrong(int number, String what) {
        problem(
                "parcel.signature-wrong",
                "signature %d %s".formatted(number, what),
                "do not use the parcel before you know who altered it; let it be signed again");
    }

    private void judge(int number, Envelope envelope, byte[] signed, Envelope.Signature signature) {
        List<Signer> known = trust.signers(signature.keyId());
        if (known.isEmpty()) {
            unknown(
                    number,
                    "is by the key %s, which nobody here knows"
                            .formatted(Quoted.of(signature.keyId())));
            return;
        }
        List<Signer> signers =
                known.stream()
                        .filter(signer -> signer.key().verifies(signed, signature.bytes()))
                        .toList();
        if (!signers.isEmpty()) {
            signers.forEach(signer -> judge(number, envelope, signer));
        } else if (signature.keyId().isEmpty()) {
            unknown(number, "says of no key that it is by it, and it is by none of those known");
        } else {
            wrong(
                    number,
                    "does not verify with the key of %s: it, or what it signs, was altered"
                            .formatted(known.get(0).name()));
        }
    }

    private void unknown(int number, String what) {
        problem(
                "parcel.signer-unknown",
                "signature %d %s".formatted(number, what),
                "if you trust whoever made it, add them with their key: [signer NAME]");
    }

    private void judge(int number, Envelope envelope, Signer signer) {
        if (signer.isExpired(now)) {
            problem(
                    "parcel.key-expired",
                    "signature %d is by %s, whose key is accepted until %s only"
                            .formatted(number, signer.name(), signer.until()),
                    "let it be signed with a key of today");
        } else if (!trust.accepts(signer, environment)) {
            problem(
                    "parcel.signer-not-accepted-here",
                    "signature %d is by %s, who is not trusted in %s"
                            .formatted(number, signer.name(), environment),
                    "let somebody sign it who is, or add the name to 'trust' of [environment %s]"
                            .formatted(environment));
        } else {
            judgeStatement(number, envelope, signer);
        }
    }

    private void judgeStatement(int number, Envelope envelope, Signer signer) {
        try {
            if (!envelope.payloadType().equals(Statement.PAYLOAD_TYPE)) {
                throw new MalformedJson(
                        "it is of the type %s".formatted(Quoted.of(envelope.payloadType())));
            }
            Statement statement = Statement.read(envelope.body());
            if (!statement.isAbout(manifest, name, version)) {
                throw new MalformedJson("it is about %s".formatted(shown(statement)));
            }
            acceptances.add(new Acceptance(signer, statement));
        } catch (MalformedJson e) {
            problem(
                    "parcel.statement-wrong",
                    "signature %d by %s is not of this parcel: %s"
                            .formatted(number, signer.name(), e.getMessage()),
                    "let this very parcel be signed: %s".formatted(manifest.digest()));
        }
    }

    private static String shown(Statement statement) {
        Statement.Subject first = statement.subjects().get(0);
        return "%s with the digest sha256:%s".formatted(Quoted.of(first.name()), first.sha256());
    }
}
