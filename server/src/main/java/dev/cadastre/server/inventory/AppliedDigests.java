package dev.cadastre.server.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Remembers digests of what was applied to a host last, so that what is equal is not looked at. */
@Component
class AppliedDigests {

    private static final TypeReference<Map<String, String>> DIGESTS = new TypeReference<>() {};

    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();
    private static final int BYTES = 16;

    private final JdbcClient jdbc;

    AppliedDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> read(int host) {
        return jdbc.sql("select digests from inventory.applied where host = ?")
                .param(host)
                .query((row, number) -> StateJson.read(row.getString(1), DIGESTS))
                .optional()
                .orElseGet(HashMap::new);
    }

    /** Those of the living host of that name; none if there is none. */
    Map<String, String> ofLiving(String name) {
        return jdbc.sql(
                        """
                        select digests from inventory.applied join inventory.host on ordinal = host
                        where name = ? and lifecycle = 'LIVE'
                        """)
                .param(name)
                .query((row, number) -> StateJson.read(row.getString(1), DIGESTS))
                .optional()
                .orElseGet(HashMap::new);
    }

    void write(int host, Map<String, String> digests) {
        jdbc.sql(
                        """
                        insert into inventory.applied (host, digests) values (?, cast(? as json))
                        on conflict (host) do update set digests = excluded.digests
                        """)
                .param(host)
                .param(StateJson.write(digests))
                .update();
    }

    /** The first digests of many hosts; the lists have one element for each. */
    void begin(List<Integer> hosts, List<Map<String, String>> digests) {
        jdbc.sql(
                        """
                        insert into inventory.applied (host, digests)
                        select host, cast(digests as json) from unnest(?, ?) as told (host, digests)
                        """)
                .param(hosts.toArray(Integer[]::new))
                .param(digests.stream().map(StateJson::write).toArray(String[]::new))
                .update();
    }

    /**
     * The digest of values by key, and of something that they depend on. Half of a SHA-256 is
     * plenty: each is compared only with the one before it, of the same host.
     */
    static String of(SortedMap<String, String> values, String context) {
        MessageDigest digest = sha256();
        add(digest, context);
        values.forEach((key, value) -> {
            add(digest, key);
            add(digest, value);
        });
        return TEXT.encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
