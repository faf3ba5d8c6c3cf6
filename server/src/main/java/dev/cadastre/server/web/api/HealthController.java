package dev.cadastre.server.web.api;

import dev.cadastre.api.Health;
import dev.cadastre.server.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can do its work, for load balancers and the like; open to anyone. */
@RestController
class HealthController {

    private static final Logger log = LoggerFactory.getLogger(HealthController.class);
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    HealthController(DataSource database) {
        this.database = database;
    }

    /** Answers 503 where the database does not answer within two seconds. */
    @GetMapping("/healthz")
    ResponseEntity<Health> health() {
        boolean answers =
                CompletableFuture.supplyAsync(this::answers, threads)
                        .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        Health.Status status = answers ? Health.Status.UP : Health.Status.DOWN;
        return ResponseEntity.status(answers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(status, status, ServerVersion.text()));
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            log.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
