package dev.cadastre.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of tokens. */
@Component
class TokenTable {

    /** A use within this time of the last one noted is not noted, to spare the disk. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** What a row is made of. */
    record NewToken(
            String name,
            Grant grant,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable String home) {}

    private final JdbcClient jdbc;
    private final TokensInUse inUse = new TokensInUse();

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Token add(NewToken token, byte[] hash) {
        return jdbc.sql(
                        """
                        insert into access.token
                          (name, secret_hash, role, environment, host, home, created_at, created_by,
                           expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning *
                        """)
                .param(token.name())
                .param(hash)
                .param(token.grant().role().name())
                .param(token.grant().environment())
                .param(token.grant().host())
                .param(token.home())
                .param(Timestamp.from(token.createdAt()))
                .param(token.createdBy())
                .param(Timestamp.from(token.expiresAt()))
                .query(TokenTable::token)
                .single();
    }

    List<Token> list(Reach administered, Reach written) {
        return jdbc.sql(
                        """
                        select * from access.token
                        where revoked_at is null
                          and (cast(:administered as text[]) is null
                               or environment = any(cast(:administered as text[]))
                               or role = 'REPORTER' and (cast(:written as text[]) is null
                                    or environment = any(cast(:written as text[]))))
                        order by name
                        """)
                .param("administered", administered.parameter())
                .param("written", written.parameter())
                .query(TokenTable::token)
                .list();
    }

    Optional<Token> use(byte[] hash, Instant now) {
        Token known = inUse.find(hash, now);
        if (known != null) {
            return Optional.of(known);
        }
        long revocations = inUse.revocations();
        Optional<Token> found = find(hash, now);
        found.filter(token -> isWorthNoting(token.lastUsedAt(), now))
                .ifPresent(token -> noteUse(token.id(), now));
        found.ifPresent(token -> inUse.keep(hash, token, now, revocations));
        return found;
    }

    Optional<String> issuer(String name) {
        return jdbc.sql("select created_by from access.token where name = ? and revoked_at is null")
                .param(name)
                .query(String.class)
                .optional();
    }

    private Optional<Token> find(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        select * from access.token
                        where secret_hash = ? and revoked_at is null and expires_at > ?
                        """)
                .param(hash)
                .param(Timestamp.from(now))
                .query(TokenTable::token)
                .optional();
    }

    private static boolean isWorthNoting(@Nullable Instant last, Instant now) {
        return last == null || !now.isBefore(last.plus(NOTED_EVERY));
    }

    private void noteUse(long id, Instant now) {
        jdbc.sql("update access.token set last_used_at = ? where id = ?")
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    void revoke(long id, Instant now) {
        jdbc.sql("update access.token set revoked_at = ? where id = ? and revoked_at is null")
                .param(Timestamp.from(now))
                .param(id)
                .update();
        forget();
    }

    /** Revokes the command line's token of that home, and one of another home with that name. */
    void revokeLocal(String home, String name, Instant now) {
        jdbc.sql(
                        """
                        update access.token set revoked_at = ?
                        where revoked_at is null and (home = ? or home is not null and name = ?)
                        """)
                .param(Timestamp.from(now))
                .param(home)
                .param(name)
                .update();
        forget();
    }

    /** With the commit, or at once where there is no transaction. */
    private void forget() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            inUse.revoked();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        inUse.revoked();
                    }
                });
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getString("environment"),
                        row.getString("host")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
