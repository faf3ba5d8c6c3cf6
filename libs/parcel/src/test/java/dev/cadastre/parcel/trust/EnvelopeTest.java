package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EnvelopeTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/HelloWorld, hello world,"
                + " DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        "'', '', DSSEv1 0  0 ",
        "é, ü x, DSSEv1 2 é 4 ü x"
    })
    void signsTypeAndLengths(String type, String body, String encoded) {
        // The last blank of an encoding is part of it, and the table cuts it off.
        String expected = encoded.endsWith("0  0") ? encoded + " " : encoded;

        assertThat(new String(Pae.encode(type, utf8(body)), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    /** The example of the specification, whose key is given by its point. */
    @Test
    void agreesWithTheSpecificationOfDsse() throws Exception {
        byte[] raw = new byte[65];
        raw[0] = 4;
        put(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160",
                raw,
                1);
        put(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820",
                raw,
                33);
        VerificationKey key = VerificationKey.of(KeyAlgorithm.ECDSA_P256.info(raw));

        Envelope envelope =
                Envelope.read(
                        utf8(
                                """
                                {"payload": "aGVsbG8gd29ybGQ=",
                                 "payloadType": "http://example.com/HelloWorld",
                                 "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
                                """));

        assertThat(envelope.body()).isEqualTo(utf8("hello world"));
        byte[] signature = envelope.signatures().get(0).bytes();
        assertThat(key.verifies(envelope.signed(), der(signature))).isTrue();
        assertThat(key.verifies(utf8("hello world"), der(signature))).isFalse();
    }

    private static void put(String number, byte[] into, int at) {
        byte[] bytes = new BigInteger(number).toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, into, at + 32 - length, length);
    }

    /** The example has both numbers one after the other; here signatures are in DER. */
    private static byte[] der(byte[] raw) {
        byte[] r = new BigInteger(1, Arrays.copyOf(raw, 32)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(raw, 32, 64)).toByteArray();
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.writeBytes(new byte[] {0x30, (byte) (4 + r.length + s.length), 2, (byte) r.length});
        der.writeBytes(r);
        der.writeBytes(new byte[] {2, (byte) s.length});
        der.writeBytes(s);
        return der.toByteArray();
    }

    @Test
    void isReadAsItWasWritten() throws MalformedJson {
        List<SigningKey> keys =
                Stream.of(KeyAlgorithm.values())
                        .map(algorithm -> SigningKey.generate(algorithm, new SecureRandom()))
                        .toList();

        Envelope envelope = Envelope.sign("text/plain", utf8("\0\u00ff>?~"), keys);

        assertThat(Envelope.read(envelope.bytes())).isEqualTo(envelope);
        assertThat(envelope.signatures()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            VerificationKey key = keys.get(i).verificationKey();
            assertThat(envelope.signatures().get(i).keyId()).isEqualTo(key.keyId());
            assertThat(key.verifies(envelope.signed(), envelope.signatures().get(i).bytes()))
                    .isTrue();
        }
    }

    @Test
    void takesBothAlphabetsOfBase64() throws MalformedJson {
        Envelope usual =
                Envelope.read(
                        utf8(
                                """
                                {"payload":"+/+/","payloadType":"t","signatures":[{"sig":"+/8="}]}\
                                """));
        Envelope urls =
                Envelope.read(
                        utf8(
                                """
                                {"payload":"-_-_","payloadType":"t","signatures":[{"sig":"-_8=","more":[]}],"more":1}\
                                """));

        assertThat(urls).isEqualTo(usual);
    }

    static Stream<String> malformed() {
        String signature = "{\"sig\":\"AA==\"}";
        return Stream.of(
                "",
                "[]",
                "null",
                "{}",
                envelope("'AA=='", "'t'", ""),
                envelope("'AA=='", "'t'", (signature + ",").repeat(16) + signature),
                envelope("'AA=='", "'t'", "{}"),
                envelope("'AA=='", "'t'", "{'sig':7}"),
                envelope("'AA=='", "'t'", "{'sig':'AA==','keyid':null}"),
                envelope("'AA=='", "'t'", "{'sig':'AA==','keyid':'%s'}".formatted("k".repeat(300))),
                envelope("'AA=='", "'t'", "{'sig':'%s'}".formatted("AAAA".repeat(300))),
                envelope("'AA=='", "7", signature),
                envelope("'AA=='", "'%s'".formatted("t".repeat(300)), signature),
                envelope("'AA'", "'t'", signature),
                envelope("'AB=='", "'t'", signature),
                envelope("'AA== '", "'t'", signature),
                envelope("'A\\nA=='", "'t'", signature),
                envelope("'+_+_'", "'t'", signature),
                envelope("'AA==','payload':'AA=='", "'t'", signature),
                envelope("'AA=='", "'t'", signature) + "x",
                "[".repeat(100_000),
                envelope("'" + "AAAA".repeat(1 << 18) + "'", "'t'", signature));
    }

    private static String envelope(String payload, String type, String signatures) {
        return "{'payload':%s,'payloadType':%s,'signatures':[%s]}"
                .formatted(payload, type, signatures)
                .replace('\'', '"');
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNone(String json) {
        assertThatThrownBy(() -> Envelope.read(utf8(json))).isInstanceOf(MalformedJson.class);
    }

    @Property
    void anyBytesAreAnEnvelopeOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
        assertThatThrownBy(() -> Envelope.read(bytes)).isInstanceOf(MalformedJson.class);
    }
}
