# Builds with the same wrapper as everywhere else, runs on a plain JRE as an ordinary user.
FROM eclipse-temurin:17-jdk-jammy AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -q dependency:go-offline
COPY bpmn bpmn
COPY forms forms
COPY src src
RUN ./mvnw -B -q package -DskipTests

FROM eclipse-temurin:17-jre-jammy
RUN useradd --system --create-home tyopolku
USER tyopolku
WORKDIR /home/tyopolku
COPY --from=build /src/target/tyopolku-*.jar tyopolku.jar
EXPOSE 8080
ENV SPRING_PROFILES_ACTIVE=postgresql
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-Duser.timezone=Europe/Helsinki", "-jar", "tyopolku.jar"]
