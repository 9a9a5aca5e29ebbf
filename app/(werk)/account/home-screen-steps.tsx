/** What an iPhone or iPad needs before it can show alerts. */
export function HomeScreenSteps() {
  return (
    <div className="mt-4 max-w-prose space-y-2">
      <p>Op een iPhone of iPad kan dit alleen als GIPSonline op uw beginscherm staat. Zo doet u dat:</p>
      <ol className="list-decimal space-y-1 ps-6">
        <li>Open deze bladzijde in Safari en tik op het deelteken: het vierkant met de pijl omhoog.</li>
        <li>Kies “Zet op beginscherm”. U ziet daar alleen de naam GIPSonline en een teken met stippen.</li>
        <li>Open GIPSonline vanaf uw beginscherm en log opnieuw in.</li>
        <li>Kom terug op deze bladzijde en zet meldingen aan.</li>
      </ol>
    </div>
  )
}
