package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.server.parcels.KeptParcel;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of parcels. Its methods take part in the transaction of the caller. */
@Component
class ParcelTable {

    private final JdbcClient jdbc;

    ParcelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, with their signatures. */
    List<ParcelRow> all() {
        Map<Long, List<ParcelSignature>> signatures = new HashMap<>();
        jdbc.sql("select * from parcels.signature order by parcel, digest")
                .query(row -> {
                    signatures
                            .computeIfAbsent(row.getLong("parcel"), _ -> new ArrayList<>())
                            .add(signature(row));
                });
        return jdbc
                .sql("select * from parcels.parcel order by id")
                .query(ParcelTable::row)
                .list()
                .stream()
                .map(row -> row.with(signatures.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The one of that name, which nobody else changes until the transaction ends. */
    Optional<ParcelRow> lock(String name, String version) {
        return jdbc.sql("select * from parcels.parcel where name = ? and version = ? for update")
                .params(name, version)
                .query(ParcelTable::row)
                .optional()
                .map(row -> row.with(signatures(row.id())));
    }

    private List<ParcelSignature> signatures(long parcel) {
        return jdbc.sql("select * from parcels.signature where parcel = ? order by digest")
                .param(parcel)
                .query((row, _) -> signature(row))
                .list();
    }

    /** Adds one, unless there is one of that name; its signatures and blobs are added apart. */
    boolean add(SentParcel sent, String by, Instant at) {
        ParcelDefinition definition = sent.definition();
        return jdbc.sql(
                                """
                                insert into parcels.parcel
                                  (name, version, digest, manifest_bytes, summary, licence, owner,
                                   provides, requires, bytes, added_by, added_at)
                                values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
                                on conflict (name, version) do nothing
                                """)
                        .params(
                                sent.name(),
                                sent.version(),
                                sent.digest(),
                                sent.manifest().size(),
                                definition.summary(),
                                definition.licence(),
                                definition.owner(),
                                texts(definition.provides().values()),
                                texts(definition.requires().values()),
                                sent.bytes(),
                                by,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    /**
     * Adds what is there of a parcel.
     *
     * @return how many of the signatures are new
     */
    int addContent(long parcel, SentParcel sent) {
        int added = 0;
        for (ParcelSignature signature : sent.signatures()) {
            added +=
                    jdbc.sql(
                                    """
                                    insert into parcels.signature
                                      (parcel, digest, manifest_bytes, envelope, envelope_bytes)
                                    values (?, ?, ?, ?, ?) on conflict do nothing
                                    """)
                            .params(
                                    parcel,
                                    signature.manifest().digest(),
                                    signature.manifest().size(),
                                    signature.envelope().digest(),
                                    signature.envelope().size())
                            .update();
        }
        addBlobs(parcel, sent.blobs());
        return added;
    }

    private void addBlobs(long parcel, List<Descriptor> blobs) {
        Map<String, Long> sizes = SentParcel.sizes(blobs);
        jdbc.sql(
                        """
                        insert into parcels.blob (parcel, digest, bytes)
                        select ?, digest, bytes from unnest(?, ?) as sent (digest, bytes)
                        on conflict do nothing
                        """)
                .params(
                        parcel,
                        sizes.keySet().toArray(String[]::new),
                        sizes.values().toArray(Long[]::new))
                .update();
    }

    /**
     * Removes one.
     *
     * @return the digests of what no other parcel needs
     */
    List<String> remove(long parcel) {
        List<String> own =
                jdbc.sql(
                                """
                                select digest from parcels.blob as own
                                where parcel = ? and not exists
                                  (select 1 from parcels.blob as other
                                   where other.digest = own.digest and other.parcel <> own.parcel)
                                order by digest
                                """)
                        .param(parcel)
                        .query((row, _) -> row.getString(1))
                        .list();
        jdbc.sql("delete from parcels.parcel where id = ?").param(parcel).update();
        return own;
    }

    /** The digests of all that parcels need. */
    Set<String> digests() {
        return new HashSet<>(
                jdbc.sql("select distinct digest from parcels.blob")
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** The parcels that need any of these. */
    List<Long> needing(Collection<String> digests) {
        return jdbc.sql("select distinct parcel from parcels.blob where digest = any(?)")
                .param(digests.toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static ParcelRow row(ResultSet row, int number) throws SQLException {
        KeptParcel parcel =
                new KeptParcel(
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("digest"),
                        row.getString("summary"),
                        row.getString("licence"),
                        row.getString("owner"),
                        texts(row.getArray("provides")),
                        texts(row.getArray("requires")),
                        List.of(),
                        row.getLong("bytes"),
                        row.getString("added_by"),
                        row.getTimestamp("added_at").toInstant());
        return new ParcelRow(row.getLong("id"), parcel, row.getLong("manifest_bytes"), List.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static ParcelSignature signature(ResultSet row) throws SQLException {
        return ParcelSignature.of(
                row.getString("digest"),
                row.getLong("manifest_bytes"),
                row.getString("envelope"),
                row.getLong("envelope_bytes"));
    }
}
