"""Given names that are borne by women or by men almost everywhere: a hint for "she" and "he", never proof.

Common names of many countries, from general knowledge; names borne by both are left out.
"""

WOMEN = frozenset(
    "aaliyah abigail abimbola adaeze adela adele adriana agatha agnes agnieszka aicha aida aisha aishwarya alejandra aleksandra alexandra alice "
    "alicia alina aliya alma amalia amanda amelia amina amira amy ana anastasia angela angelica anita anjali ann anna anne annette annie antonia "
    "anya aparna asha ashwini asma astrid aurora ayesha ayse barbara beata beatrice beatriz benazir bernadette bertha beth bianca bisi blanca "
    "bridget brigitte bukola camila candice carla carmen carol carolina caroline catarina catherine cecilia celia charlotte chiara chidinma chioma "
    "christina christine claire clara claudia cristina cynthia dagmar daniela deborah deepa deepika delia denise diana dina divya dolores dorothy "
    "edith edna elaine eleanor elena eliza elizabeth ella ellen elsa emilia emily emma erika ernestina esperanza esther eugenia eva evelyn fadumo "
    "farida fatima fatma fatou fatoumata faye felicia fiona flora florence frances francesca freya funmi gabriela gail galina gemma georgina "
    "geraldine gertrude gina giovanna gita giulia gladys gloria grace greta gulnara habiba hadiza hafsa halima hana hanna hannah harriet hawa heather "
    "heidi helen helena helga hilda hope ifeoma ilaria imelda ines ingrid irene irina isabel isabella ivana ivy jacqueline jane janet janice jasmine "
    "jennifer jenny jessica joan joanna josephine joyce juana judith julia juliana julie kadiatou kamala karen karina katarina kate katherine kathleen "
    "kathryn katrina kavita keiko khadija kristina lakshmi lara latifa laura layla leila lena leonor leticia lidia lila lilian lily linda lisa lorraine "
    "louise lourdes lucia lucy ludmila luisa luz lydia magdalena maha maimuna malala mandy manuela margaret margarita maria mariam mariana marie marina "
    "marjorie marta martha mary maryam matilda maureen maya meera melanie melissa mercedes meryem michelle mila mildred miriam mona monica monique nadia "
    "nadine nafisa nancy naomi natalia natalie natasha neema nelly ngozi nicola nina nisha noor nora norma nour nuria odette olena olga olivia ottilie "
    "pamela paola parvati patricia patience paula paulina pauline penelope petra philippa pilar pooja priscilla priti priya purity rachel radha rahel "
    "ramona rania raquel rasheeda rebecca regina renata rhoda rita roberta rocio rosa rosalind rosario rose rosemary roxana ruth sabina sabrina sadia "
    "safiya sakina salma samantha samira sandra sangeeta sara sarah saskia savita selma serena shabana shanti sheila shirin shirley silvia simone sita "
    "sofia sonia soraya stella stephanie sujata sultana sunita susan susanna svetlana sylvia tabitha tamara tania tatiana teresa theresa thandiwe tina "
    "ulrike uma ursula usha valentina valeria vanessa vera veronica victoria viktoria violet virginia vivian wambui wanjiru wendy wilhelmina winifred "
    "xiomara yasmin yetunde yolanda yulia yvonne zainab zahra zara zeinab zofia zoe zuleika".split()
)

MEN = frozenset(
    "aaron abbas abdallah abdel abdul abdullah abdulrahman abel abraham adam adebayo adnan adolfo adrian ahmad ahmed ajay akbar alan albert alberto "
    "alejandro aleksandr alessandro alexander alexandre alfonso alfred alfredo ali alistair amadou amir amit amos anand anatoly anders andre andreas "
    "andres andrew andrzej anil anthony antonio anwar arjun armando arnold arthur arturo asif augusto bashir benito benjamin bernard bilal boris brian "
    "bruce bruno carl carlos cedric cesar charles chidi chinedu christian christopher claude colin craig cristian cyril dag damian daniel darius david "
    "deepak denis dennis derek diego dieter dimitri dinesh diego dmitri dmitry domingo dominic donald douglas duncan edgar edmund eduardo edward edwin "
    "efrain eli elias elijah emeka emil emilio emmanuel enrique eric erik ernest ernesto esteban eugene evgeny ezekiel fabian faisal farid farouk felipe "
    "felix ferdinand fernando fidel francesco francisco frank franz fred frederick fyodor gareth gary gavin geoffrey george gerald gerard gerardo "
    "gianni gilbert giorgio giovanni giuseppe godfrey gopal gordon graham gregory guillermo gunnar gustav gustavo habib hakim hamid hamza hans haroon "
    "harold harry haruto hassan hector heinrich henri henrik henry herbert hernan hiroshi horacio howard hugh hugo hussain hussein ian ibrahim idris "
    "ignacio igor imran isaac isaiah ismail ivan jack jacob jacques jaime james jan jason javier jeffrey jeremy jerome jerzy jesus jim joaquin joe "
    "joel john johnny jonas jonathan jorge jose josef joseph joshua juan julian julio julius jurgen kamal karim karl keith kelvin kenji kenneth kevin "
    "khaled khalid klaus kofi konstantin krishna kumar kwame kwasi lars laszlo lawrence leo leon leonard leonardo leopold lionel lorenzo louis luca "
    "lucas luigi luis lukas magnus mahmoud malik malcolm manuel marcel marcelo marco marcos marcus mario mark marko martin mateo matteo matthew "
    "maurice mauricio max maxim mehmet michael michel miguel mikhail milan milos mohamed mohammad mohammed mohan moses muhammad murat musa mustafa "
    "nathan nathaniel neil nelson nicholas nicolas nigel nikolai noah norman oleg oliver omar orlando oscar osman otto pablo patrick paul pavel "
    "pedro percy peter philip pierre pietro piotr rafael rahul raj rajesh rakesh ralph raman ramesh ramon rashid raul ravi raymond reginald ricardo "
    "richard robert roberto rodrigo roger roland roman ronald ross roy rudolf rupert russell ruben saeed salim salman salvador samir samuel sanjay santiago "
    "saul scott sean sebastian sergei sergey sergio seth shane shaun sidney siegfried silvio simon solomon stefan stephen steven stuart sunil suresh "
    "takashi tariq terence theodore thomas tiago timothy tobias tomas tony trevor umar usman vadim valentin victor viktor vijay vikram vincent vincenzo "
    "vinod vladimir vladislav walter warren werner wilfred william winston wolfgang yakubu yasser yevgeny youssef yuri yusuf zachary zoltan".split()
)
