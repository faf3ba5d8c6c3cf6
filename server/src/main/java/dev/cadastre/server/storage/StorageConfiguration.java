package dev.cadastre.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
class StorageConfiguration {

    @Bean
    RegisterClock clock() {
        return new RegisterClock();
    }

    @Bean
    Home home(StorageProperties properties) {
        return new Home(properties.home());
    }

    @Bean
    HomeLock homeLock(Home home) {
        return HomeLock.take(home);
    }

    /** Present only where no database was named. */
    @Bean
    @Nullable EmbeddedPostgres embeddedPostgres(
            StorageProperties properties, Home home, HomeLock lock) {
        return properties.databaseUrl() == null ? EmbeddedPostgres.start(home) : null;
    }

    @Bean
    DatabasePort databasePort(@Nullable EmbeddedPostgres embedded) {
        return new DatabasePort(
                embedded == null ? OptionalInt.empty() : OptionalInt.of(embedded.port()));
    }

    @Bean
    HikariDataSource dataSource(StorageProperties properties, @Nullable EmbeddedPostgres embedded) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(properties.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        if (embedded == null) {
            pool.setJdbcUrl(properties.databaseUrl());
            pool.setUsername(properties.databaseUser());
            pool.setPassword(properties.databasePassword());
        } else {
            pool.setJdbcUrl(embedded.url());
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(embedded.password());
        }
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "cadastre");
        return new HikariDataSource(pool);
    }
}
